using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bedrock.Toolkit.Testing.Conditions;
using Bedrock.Toolkit.Testing.ControlPlane;
using Bedrock.Toolkit.Testing.Doors;
using Bedrock.Toolkit.Testing.ObjectStore;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>A small Bedrock without a connection: takes received requests, gives answers. Thread-safe.</summary>
internal sealed class SimulatedBedrock(string region, ICallerKeys keys, TimeProvider time, bool allowsAnyRegion = false)
{
    private readonly SignatureCheck _check = new(allowsAnyRegion ? null : region, keys, time);
    private readonly ConcurrentDictionary<string, ModelScript> _scripts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, object> _state = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _served = new(StringComparer.Ordinal);
    private readonly StoredResponses _responses = new();
    private int _requests;

    public TimeProvider Time => time;

    public CallLog Log { get; } = new();

    public SimulatedConditions Conditions { get; } = new(time);

    /// <summary>Whether ids pass that the library does not know, or that AWS serves only through a profile.</summary>
    public bool AllowsAnyModel { get; set; }

    /// <summary>Whether a call whose answer is set up gets it although the service would refuse the request.</summary>
    public bool AllowsAnyRequest { get; set; }

    /// <summary>Whether the simulated models answer what nothing is set up for, although something is set up for other calls.</summary>
    public bool AllowsUnscriptedCalls { get; set; }

    /// <summary>What the control plane remembers.</summary>
    public ControlState Control => SimulatedControl.StateOf(_state);

    /// <summary>What operations remember, each under a name of its own.</summary>
    public ConcurrentDictionary<string, object> State => _state;

    public string Region => region;

    /// <summary>What the simulated S3 keeps.</summary>
    public SimulatedStore Store { get; } = new();

    /// <summary>Lets an id stand for a model.</summary>
    public void Serve(string id, string model) => _served[id] = model;

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
        if (StoreCall.IsFor(request))
        {
            return Finish(AnswerStore(new StoreCall(request)));
        }

        if (DoorCall.IsFor(request, out DoorCall? door))
        {
            return Finish(AnswerDoor(door));
        }

        OperationRoute? route = OperationRoute.Find(request.Method, request.Path);
        RecordedCall? call = Log.Add(request, route);
        Answer answer;
        try
        {
            answer = Answer(request, route);
        }
        catch (ServiceFailure failure)
        {
            answer = Engine.Answer.Error(failure);
        }

        AnswerTokens.Watch(answer, call);
        return Finish(answer);
    }

    private Answer Finish(Answer answer)
    {
        answer.Add("x-amzn-RequestId", NextRequestId());
        answer.Add("Date", time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
        return answer;
    }

    private Answer AnswerDoor(DoorCall door)
    {
        RecordedCall? call = Log.Add(door.Request, null, door.Operation);
        try
        {
            CheckSize(door.Request);
            _check.Verify(door.Request);
            if (DoorReads.Of(door, _responses) is { } read)
            {
                return read;
            }

            (ReceivedRequest request, OperationRoute route) = door.Translate(_responses, AllowsAnyModel, out bool isStreaming, out string model);
            call?.Ask(model);
            Answer answer = Conditions.Answer(request, route, () => AnswerNormally(request, route));
            AnswerTokens.Watch(answer, call);
            return DoorAnswers.Of(door, answer, isStreaming, model, _responses);
        }
        catch (ServiceFailure failure)
        {
            return DoorAnswers.Error(door, failure);
        }
    }

    private Answer AnswerStore(StoreCall call)
    {
        Log.Add(call.Request, null, call.Operation);
        try
        {
            CheckSize(call.Request);
            _check.Verify(call.Request, SignedKind.Store);
            new SimulatedJobs(Control, Store, time.GetUtcNow(), AnswerRecord).Settle();
            return new StoreOperations(Store, time).Answer(call);
        }
        catch (ServiceFailure failure)
        {
            return StoreOperations.Error(failure, call.Request.Method);
        }
    }

    /// <summary>Answers a record of a batch as its model would a call.</summary>
    private Answer AnswerRecord(ReceivedRequest request) => AnswerAdmitted(request, OperationRoute.Find(request.Method, request.Path)!);

    /// <summary>Logs a request that somebody else answers, and checks who calls.</summary>
    /// <param name="request">The request.</param>
    /// <param name="call">What the log keeps of it; null when it keeps none.</param>
    /// <exception cref="ServiceFailure">There is no such operation, or the caller is not known.</exception>
    public OperationRoute Admit(ReceivedRequest request, out RecordedCall? call)
    {
        OperationRoute? route = OperationRoute.Find(request.Method, request.Path);
        call = Log.Add(request, route);
        Check(request, route);
        return route;
    }

    private Answer Answer(ReceivedRequest request, OperationRoute? route)
    {
        Check(request, route);
        return AnswerAdmitted(request, route);
    }

    private Answer AnswerAdmitted(ReceivedRequest request, OperationRoute route)
    {
        if (!_served.IsEmpty && route.ModelId is { } called && _served.TryGetValue(called, out string? served))
        {
            route = route.ServedBy(served);
        }
        else if (!AllowsAnyModel && route is { ModelId: { } model, Template.ChecksModel: true })
        {
            SimulatedCatalogue.Check(model, route.Template.TakesProfiles);
        }

        return Conditions.Answer(request, route, () => AnswerNormally(request, route));
    }

    private void Check(ReceivedRequest request, [NotNull] OperationRoute? route)
    {
        if (route is null)
        {
            throw new ServiceFailure(404, "UnknownOperationException", "There is no operation with this method and path.");
        }

        CheckSize(request);
        if (route.Template.IsBidirectional && !request.IsHttp2)
        {
            throw ServiceFailure.Validation($"{route.Operation} answers by HTTP/2 alone.");
        }

        _check.Verify(request, route.Template.IsBidirectional ? SignedKind.Frames : SignedKind.Call, route.Template.Service);
    }

    private static void CheckSize(ReceivedRequest request)
    {
        if (request.IsTooLarge)
        {
            throw new ServiceFailure(413, "ValidationException", $"The request body is larger than {ReceivedRequest.MaxBodyBytes} bytes.");
        }
    }

    private Answer AnswerNormally(ReceivedRequest request, OperationRoute route)
    {
        var call = new OperationCall(route, request, time, region, _state) { Store = Store, AnswerRecord = AnswerRecord };
        Func<Answer> simulate = () => route.Simulation.Answer(call);
        if (Find(route) is not { } script)
        {
            return !route.Simulation.IsAnsweredFromState && IsForgotten() ? throw NothingIsSetUp(route) : simulate();
        }

        if (!AllowsAnyRequest)
        {
            route.Simulation.Check(call);
        }

        return script.Answer(request, route, simulate, time) ?? simulate();
    }

    // What is set up for a model counts for its profiles as well; what is set up for the profile comes first.
    private ModelScript? Find(OperationRoute route) => route.ScriptKeys
        .Select(key => _scripts.GetValueOrDefault(key))
        .FirstOrDefault(script => script is { IsEmpty: false });

    private bool IsForgotten() => !AllowsUnscriptedCalls && _scripts.Values.Any(script => !script.IsEmpty);

    private InvalidOperationException NothingIsSetUp(OperationRoute route)
    {
        string called = route.ModelId is { } model ? $"{route.Operation} of '{model}'" : route.Operation;
        string[] present = [.. _scripts.Values.Where(script => !script.IsEmpty).Select(script => script.ToString()).Order(StringComparer.Ordinal)];
        return new InvalidOperationException($"{called} was called, and nothing is set up for it. Set up are: {string.Join("; ", present)}. "
            + (route.Operation is "Converse" or "ConverseStream" && present.Any(static text => text.Contains("by When(", StringComparison.Ordinal))
                ? "When(model) is for the model's own format: calls of Converse are set up by WhenConverse(model). " : string.Empty)
            + "Set up this call too, or call AllowUnscriptedCalls() to let the simulated models answer it.");
    }

    // Counted, so that two runs of a test see the same ids.
    private string NextRequestId() =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{Interlocked.Increment(ref _requests):x12}");
}
