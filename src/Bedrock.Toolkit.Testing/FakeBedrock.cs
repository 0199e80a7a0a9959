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
public sealed class FakeBedrock : FakeService<FakeBedrock>, IDisposable
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
        Clients = new OwnedClients(() => options);
        Control = new FakeControlPlane(Engine.Control, Engine.Time, Clients);
        S3 = new FakeS3(Engine.Store, Engine.Time, Clients);
    }

    /// <summary>The client to give to the code under test.</summary>
    public IBedrockClient Client => _client;

    /// <summary>The control plane: models, guardrails, jobs, settings.</summary>
    public FakeControlPlane Control { get; }

    /// <summary>The S3 that batch jobs read from and write to.</summary>
    public FakeS3 S3 { get; }

    internal override SimulatedBedrock Engine { get; }

    internal override OwnedClients Clients { get; }

    /// <summary>What its clients sign with; null with an API key.</summary>
    internal Amazon.Runtime.AWSCredentials? Credentials => _options.Credentials;

    private protected override FakeBedrock Self => this;

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

    /// <summary>Disposes the clients.</summary>
    public void Dispose()
    {
        _client.Dispose();
        Clients.Dispose();
    }

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
