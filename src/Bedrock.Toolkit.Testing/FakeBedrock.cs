using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing;

/// <summary>
/// A Bedrock in memory for unit tests: a real <see cref="BedrockClient"/> whose requests are answered by scripts and simulated models, without
/// a connection. Thread-safe.
/// </summary>
/// <remarks>
/// The client serialises, signs, retries and decodes as in earnest, and the signature is checked. A model without a script gives its
/// family's simulated answer, the same for the same request. Nothing of the machine's AWS settings is used.
/// </remarks>
public sealed class FakeBedrock : IDisposable
{
    private const string Region = "us-east-1";

    private readonly BedrockClient _client;
    private readonly BedrockClientOptions _options;

    /// <summary>Makes a fake.</summary>
    /// <param name="configure">
    /// Changes the client's options. They begin with the Region <c>us-east-1</c>, generated credentials, and <c>MaxAttempts</c> 1, so that a test of
    /// a failure does not wait for retries; to test retries set it, with a <see cref="BedrockClientOptions.TimeProvider"/> of your own for the
    /// delays. That clock is the fake's clock too. <c>HandlerFactory</c> and <c>Profile</c> must stay empty.
    /// </param>
    /// <exception cref="ArgumentException">The options have a handler or a profile, which the fake has no use for.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong; the message names it and the rule.</exception>
    public FakeBedrock(Action<BedrockClientOptions>? configure = null)
    {
        var options = new BedrockClientOptions { Region = Region, MaxAttempts = 1 };
        configure?.Invoke(options);
        if (options.HandlerFactory is not null || options.Profile is not null)
        {
            throw new ArgumentException("FakeBedrock has a handler and credentials of its own: leave HandlerFactory and Profile out.", nameof(configure));
        }

        Engine = new SimulatedBedrock(options.Region ?? Region, PrepareKeys(options), options.TimeProvider ?? TimeProvider.System);
        options.Region ??= Region;
        options.HandlerFactory = () => new EngineHandler(Engine);
        _options = options;
        _client = new BedrockClient(options);
    }

    /// <summary>The client to give to the code under test.</summary>
    public IBedrockClient Client => _client;

    internal SimulatedBedrock Engine { get; }

    /// <summary>Every HTTP request so far, in order; a new list each time.</summary>
    public IReadOnlyList<RecordedCall> Calls => Engine.Log.Calls;

    /// <summary>
    /// Lets every id pass. Without it an id that this version of the library does not know is refused, and so is one that AWS serves only through
    /// an inference profile, in the words of the service.
    /// </summary>
    /// <returns>This fake.</returns>
    public FakeBedrock AllowAnyModel()
    {
        Engine.AllowsAnyModel = true;
        return this;
    }

    /// <summary>
    /// Lets every request have the answer that is set up for it. Without it a request that the service would refuse, such as a turn without text, is
    /// refused in its words, whatever is set up.
    /// </summary>
    /// <returns>This fake.</returns>
    public FakeBedrock AllowAnyRequest()
    {
        Engine.AllowsAnyRequest = true;
        return this;
    }

    /// <summary>
    /// Lets the simulated models answer what nothing is set up for. Without it they do so only as long as nothing at all is set up; after that such a
    /// call fails with an <see cref="InvalidOperationException"/> that lists what is.
    /// </summary>
    /// <returns>This fake.</returns>
    public FakeBedrock AllowUnscriptedCalls()
    {
        Engine.AllowsUnscriptedCalls = true;
        return this;
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

    /// <summary>Turns the options of another client into ones that call this fake.</summary>
    internal void Apply(BedrockClientOptions options)
    {
        BedrockClientOptions own = _options;
        options.Region = own.Region;
        options.Credentials = own.Credentials;
        options.ApiKey = own.ApiKey;
        options.Profile = null;
        options.ServiceUrl = null;
        options.Proxy = null;
        options.TimeProvider = own.TimeProvider;
        options.HandlerFactory = own.HandlerFactory;
    }

    /// <summary>Disposes the client.</summary>
    public void Dispose() => _client.Dispose();

    private static ICallerKeys PrepareKeys(BedrockClientOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.ApiKey))
        {
            return new ApiKeyOnly(options.ApiKey);
        }

        if (options.Credentials is { } given)
        {
            var watched = new WatchedKeys(given);
            options.Credentials = watched;
            return watched;
        }

        var generated = GeneratedKeys.Create(withToken: true);
        options.Credentials = generated.Credentials;
        return generated;
    }
}
