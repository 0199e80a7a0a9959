using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing.Comparison;
using Bedrock.Toolkit.Testing.Conditions;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Scripts;

namespace Bedrock.Toolkit.Testing;

/// <summary>What <see cref="FakeBedrock"/> and <see cref="BedrockServer"/> have in common: scripts, conditions and recorded calls. Thread-safe.</summary>
/// <typeparam name="TSelf">The one of both.</typeparam>
public abstract class FakeService<TSelf>
    where TSelf : FakeService<TSelf>
{
    private protected FakeService()
    {
    }

    /// <summary>Every HTTP request so far, in order; a new list each time.</summary>
    /// <value>Those that <see cref="KeepCalls"/> lets it keep.</value>
    public IReadOnlyList<RecordedCall> Calls => Engine.Log.Calls;

    internal abstract SimulatedBedrock Engine { get; }

    /// <summary>Clients that call it.</summary>
    internal abstract OwnedClients Clients { get; }

    private protected abstract TSelf Self { get; }

    /// <summary>Forgets the calls so far; what is set up stays.</summary>
    /// <returns>This.</returns>
    public TSelf ClearCalls()
    {
        Engine.Log.Clear();
        return Self;
    }

    /// <summary>Holds the calls so far to a list; a failure shows both, line by line.</summary>
    /// <param name="expected">One text a call, in order: the operation, and the model where there is one, such as
    /// <c>Converse amazon.nova-lite-v1:0</c>.</param>
    /// <exception cref="BedrockAssertionException">They are others.</exception>
    public void AssertCalls(params IEnumerable<string> expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        string[] due = [.. expected];
        string[] actual = [.. Calls.Select(call => call.ModelId is { } model ? $"{call.Operation} {model}" : call.Operation ?? $"{call.Method} {call.Path}")];
        if (!due.SequenceEqual(actual))
        {
            throw new BedrockAssertionException($"{due.Length} calls are expected, {actual.Length} came:\n{LineDifference.ToText(due, actual)}");
        }
    }

    /// <summary>How many calls <see cref="Calls"/> keeps: the newest ones. With 0 a call is not even looked at.</summary>
    /// <param name="most">The number; without this call there is no limit.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public TSelf KeepCalls(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        Engine.Log.Most = most;
        return Self;
    }

    /// <summary>
    /// Lets every id pass. Without it an id that this version of the library does not know is refused, and so is one that AWS serves only through
    /// an inference profile, in the words of the service.
    /// </summary>
    /// <returns>This.</returns>
    public TSelf AllowAnyModel()
    {
        Engine.AllowsAnyModel = true;
        return Self;
    }

    /// <summary>
    /// Lets every request have the answer that is set up for it. Without it a request that the service would refuse, such as a turn without text, is
    /// refused in its words, whatever is set up.
    /// </summary>
    /// <returns>This.</returns>
    public TSelf AllowAnyRequest()
    {
        Engine.AllowsAnyRequest = true;
        return Self;
    }

    /// <summary>
    /// Lets the simulated models answer what nothing is set up for. Without it they do so only as long as nothing at all is set up; after that such a
    /// call fails with an <see cref="InvalidOperationException"/> that lists what is.
    /// </summary>
    /// <returns>This.</returns>
    public TSelf AllowUnscriptedCalls()
    {
        Engine.AllowsUnscriptedCalls = true;
        return Self;
    }

    /// <summary>Lets an id stand for a model: a provisioned throughput, a custom or imported model, a profile of an application, or an id of
    /// tomorrow.</summary>
    /// <remarks>Calls of the id get what is set up for it, else what is set up for the model, else the model's simulated answer.</remarks>
    /// <param name="id">The id or ARN that is called.</param>
    /// <param name="model">The model that answers.</param>
    /// <returns>This.</returns>
    public TSelf Serve(ModelId id, ModelId model)
    {
        Engine.Serve(id.Value, model.Value);
        return Self;
    }

    /// <summary>Sets up answers, models and conditions that stand in a JSON file; <c>docs/testing.md</c> shows one.</summary>
    /// <param name="path">The file.</param>
    /// <returns>This.</returns>
    /// <exception cref="InvalidDataException">The file says something that there is not; the message says where.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public TSelf LoadScript(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ScriptFile.Load(Engine, path);
        return Self;
    }

    /// <summary>Sets up what a model answers.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="model">The model: what is set up for it counts for its inference profiles as well, unless they have answers of their own.</param>
    /// <returns>What queues the answers; a second time for the same id, it goes on with the same queue.</returns>
    public FakeModel<TRequest, TResponse> When<TRequest, TResponse>(Model<TRequest, TResponse> model) => new(model, Engine.ScriptOf(model));

    /// <summary>Sets up what a model that can stream answers.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <typeparam name="TEvent">The JSON of one chunk of the stream.</typeparam>
    /// <param name="model">The model: what is set up for it counts for its inference profiles as well, unless they have answers of their own.</param>
    /// <returns>What queues the answers; a second time for the same id, it goes on with the same queue.</returns>
    public FakeStreamingModel<TRequest, TResponse, TEvent> When<TRequest, TResponse, TEvent>(StreamingModel<TRequest, TResponse, TEvent> model) =>
        new(model, Engine.ScriptOf(model));

    /// <summary>The requests that a model received, in order, read back from their bodies.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="model">The model: calls through its inference profiles count as well.</param>
    /// <returns>New objects; a call that was retried is there once an attempt.</returns>
    public IReadOnlyList<TRequest> Requests<TRequest, TResponse>(Model<TRequest, TResponse> model) => Engine.Log.Requests(model);

    /// <summary>The wait before an answer begins, and before each event of a stream but the first. No limit of the client is touched by it.</summary>
    /// <remarks>Waited for on the clock of the fake, so that with a <c>FakeTimeProvider</c> nothing waits in earnest. A later call for the same model
    /// takes the place of an earlier one, and one for a model goes before one for all.</remarks>
    /// <param name="firstByte">Until status and headers.</param>
    /// <param name="betweenEvents">Between two events.</param>
    /// <param name="model">For which model, with its profiles; for all calls when null.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative.</exception>
    public TSelf Latency(TimeSpan firstByte, TimeSpan betweenEvents = default, ModelId? model = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstByte, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(betweenEvents, TimeSpan.Zero);
        Engine.Conditions.SetLatency(model, new SimulatedLatency(firstByte, betweenEvents));
        return Self;
    }

    /// <summary>Gives a fault to every so many-th call, counted from now on.</summary>
    /// <remarks>Refused and lost calls take no answer from what is queued. A stream that breaks in the middle does.</remarks>
    /// <param name="nth">5 for the fifth, the tenth and so on; 1 for all.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="model">For which model, with its profiles; for all calls when null.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public TSelf FaultEvery(int nth, BedrockFault fault, ModelId? model = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        ArgumentNullException.ThrowIfNull(fault);
        Engine.Conditions.Add(new FaultPlace(fault, model, number => number % nth == 0));
        return Self;
    }

    /// <summary>Gives a fault to the next calls, then to none.</summary>
    /// <param name="count">How many.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="model">For which model, with its profiles; for all calls when null.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public TSelf FaultNext(int count, BedrockFault fault, ModelId? model = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(fault);
        Engine.Conditions.Add(new FaultPlace(fault, model, number => number <= count));
        return Self;
    }

    /// <summary>Lets calls go wrong by chance, the same ones for the same seed and the same order of calls. A later call takes the place of an
    /// earlier one.</summary>
    /// <param name="seed">Which series of chances.</param>
    /// <param name="throttling">The share of calls that are throttled, 0 to 1.</param>
    /// <param name="unavailable">The share that gets 503.</param>
    /// <param name="serverError">The share that gets 500.</param>
    /// <param name="modelError">The share whose model fails or takes too long.</param>
    /// <param name="gateway">The share that gets an HTML page with 502.</param>
    /// <param name="reset">The share whose connection breaks; a stream's after some events.</param>
    /// <param name="cut">The share of answers that end before their end.</param>
    /// <param name="corrupt">The share of answers that cannot be read.</param>
    /// <param name="streamError">The share of streams that end with an error of the service; a whole answer is that error.</param>
    /// <param name="silence">The share of answers that stop, without an end.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is below 0, or all together are above 1.</exception>
    public TSelf Chaos(int seed, double throttling = 0, double unavailable = 0, double serverError = 0, double modelError = 0, double gateway = 0,
        double reset = 0, double cut = 0, double corrupt = 0, double streamError = 0, double silence = 0)
    {
        Engine.Conditions.Chaos = FaultChances.Of(seed, new Dictionary<string, double>
        {
            [nameof(throttling)] = throttling,
            [nameof(unavailable)] = unavailable,
            [nameof(serverError)] = serverError,
            [nameof(modelError)] = modelError,
            [nameof(gateway)] = gateway,
            [nameof(reset)] = reset,
            [nameof(cut)] = cut,
            [nameof(corrupt)] = corrupt,
            [nameof(streamError)] = streamError,
            [nameof(silence)] = silence,
        });
        return Self;
    }

    /// <summary>Gives a model a quota, as an account has one: what does not fit is throttled in the words of the service.</summary>
    /// <remarks>
    /// A call reserves its input and the most tokens that it may write, written ones times <see cref="ModelRules.OutputWeight"/>, and gives back what it did
    /// not use when its answer is out. The bucket is full at first and refilled evenly. InvokeModel and Converse and their streams count together.
    /// </remarks>
    /// <param name="tokensPerMinute">The tokens; no limit when null.</param>
    /// <param name="requestsPerMinute">The calls; no limit when null.</param>
    /// <param name="model">For which model, with its profiles; every model has one of its own when null.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 1.</exception>
    public TSelf Quota(long? tokensPerMinute = null, long? requestsPerMinute = null, ModelId? model = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tokensPerMinute ?? 1, 1, nameof(tokensPerMinute));
        ArgumentOutOfRangeException.ThrowIfLessThan(requestsPerMinute ?? 1, 1, nameof(requestsPerMinute));
        Engine.Conditions.SetQuota(model, tokensPerMinute, requestsPerMinute);
        return Self;
    }

    /// <summary>Ends latencies, faults, chances and quotas; scripts stay.</summary>
    /// <returns>This.</returns>
    public TSelf ClearConditions()
    {
        Engine.Conditions.Clear();
        return Self;
    }
}
