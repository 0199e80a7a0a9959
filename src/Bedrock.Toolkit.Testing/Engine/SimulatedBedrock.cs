using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>A small Bedrock without a connection: takes received requests, gives answers. Thread safe.</summary>
internal sealed class SimulatedBedrock(string region, ICallerKeys keys, TimeProvider time)
{
    private readonly SignatureCheck _check = new(region, keys, time);
    private readonly ConcurrentDictionary<string, ModelScript> _scripts = new(StringComparer.Ordinal);
    private int _requests;

    public TimeProvider Time => time;

    public CallLog Log { get; } = new();

    /// <summary>What is queued for a model id.</summary>
    public ModelScript ScriptOf(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _scripts.GetOrAdd(model.Id.Value, static id => new ModelScript(id));
    }

    /// <summary>Answers a request.</summary>
    /// <exception cref="Exception">A script is not set up for this call, or a function of it failed.</exception>
    public Answer Answer(ReceivedRequest request)
    {
        OperationRoute route = OperationRoute.Parse(request.Method, request.Path);
        Log.Add(new RecordedCall(request, route));
        Answer answer;
        try
        {
            answer = Answer(request, route);
        }
        catch (ServiceFailure failure)
        {
            answer = Engine.Answer.Error(failure);
        }

        answer.Add("x-amzn-RequestId", NextRequestId());
        answer.Add("Date", time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
        return answer;
    }

    private Answer Answer(ReceivedRequest request, OperationRoute route)
    {
        if (route.ModelId is not { } modelId)
        {
            throw new ServiceFailure(404, "UnknownOperationException", "There is no operation with this method and path.");
        }

        if (request.IsTooLarge)
        {
            throw new ServiceFailure(413, "ValidationException", $"The request body is larger than {ReceivedRequest.MostBodyBytes} bytes.");
        }

        _check.Verify(request);
        Func<Answer> simulate = () => Simulate(request, modelId, route.IsStreaming);
        Answer? scripted = _scripts.TryGetValue(modelId, out ModelScript? script) ? script.Answer(request, route.IsStreaming, simulate) : null;
        return scripted ?? simulate();
    }

    private static Answer Simulate(ReceivedRequest request, string modelId, bool streaming)
    {
        SimulatedAnswer answer = SimulatedFamilies.Answer(modelId, request.Body, streaming);
        if (!streaming)
        {
            return Engine.Answer.Json(answer.Parts[0], answer.InputTokens, answer.OutputTokens);
        }

        byte[][] chunks = [.. answer.Parts];
        // Palmyra's last chunk is a JSON string, which can hold nothing.
        int last = Array.FindLastIndex(chunks, static chunk => chunk is [(byte)'{', ..]);
        chunks[last] = EventFrames.WithMetrics(chunks[last], answer.InputTokens, answer.OutputTokens);
        return Engine.Answer.EventStream(EventFrames.Of(chunks));
    }

    // Counted, so that two runs of a test see the same ids.
    private string NextRequestId() =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{Interlocked.Increment(ref _requests):x12}");
}
