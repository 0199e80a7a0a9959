using System.Collections.Concurrent;
using System.Globalization;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>A small Bedrock without a connection: takes received requests, gives answers. Thread-safe.</summary>
internal sealed class SimulatedBedrock(string region, ICallerKeys keys, TimeProvider time)
{
    private readonly SignatureCheck _check = new(region, keys, time);
    private readonly ConcurrentDictionary<string, ModelScript> _scripts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, object> _state = new(StringComparer.Ordinal);
    private int _requests;

    public TimeProvider Time => time;

    public CallLog Log { get; } = new();

    /// <summary>What is queued for a model id.</summary>
    public ModelScript ScriptOf(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ScriptOf(SimulatedInvokeModel.Group, model.Id.Value,
            new ScriptWords($"The model '{model.Id.Value}'", "When(model)", "InvokeAsync", "StreamAsync"));
    }

    /// <summary>What is queued for an operation.</summary>
    /// <param name="group">The group of the operation, as in its template.</param>
    /// <param name="labels">The labels of the path, joined by a line feed when there are several; empty when there are none.</param>
    /// <param name="words">How to speak of it.</param>
    public ModelScript ScriptOf(string group, string labels, ScriptWords words) =>
        _scripts.GetOrAdd(labels.Length == 0 ? group : $"{group}\n{labels}", static (_, w) => new ModelScript(w), words);

    /// <summary>Answers a request.</summary>
    /// <exception cref="Exception">A script is not set up for this call, or a function of it failed.</exception>
    public Answer Answer(ReceivedRequest request)
    {
        OperationRoute? route = OperationRoute.Find(request.Method, request.Path);
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

    private Answer Answer(ReceivedRequest request, OperationRoute? route)
    {
        if (route is null)
        {
            throw new ServiceFailure(404, "UnknownOperationException", "There is no operation with this method and path.");
        }

        if (request.IsTooLarge)
        {
            throw new ServiceFailure(413, "ValidationException", $"The request body is larger than {ReceivedRequest.MaxBodyBytes} bytes.");
        }

        _check.Verify(request);
        var call = new OperationCall(route, request, time, region, _state);
        Func<Answer> simulate = () => route.Simulation.Answer(call);
        Answer? scripted = _scripts.TryGetValue(route.ScriptKey, out ModelScript? script) ? script.Answer(request, route, simulate) : null;
        return scripted ?? simulate();
    }

    // Counted, so that two runs of a test see the same ids.
    private string NextRequestId() =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{Interlocked.Increment(ref _requests):x12}");
}
