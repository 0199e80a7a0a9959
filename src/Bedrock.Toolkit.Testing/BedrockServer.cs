using System.Net;
using Amazon.Runtime;
using Bedrock.Toolkit.Testing.Engine;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Testing;

/// <summary>
/// A small Bedrock on the loopback address, over real HTTP: paths, headers, authentication, error shapes and event streams as the service
/// has them, with simulated models that need no AWS account. Thread-safe.
/// </summary>
/// <remarks>
/// Any client that takes an endpoint address can call it. Only this machine can reach it. Credentials and key are random and new for each
/// server. The simulated answers are the same for the same request; <see cref="When{TRequest, TResponse}(Model{TRequest, TResponse})"/> sets up others.
/// </remarks>
public sealed class BedrockServer : IAsyncDisposable
{
    private const string DefaultRegion = "us-east-1";

    private readonly KestrelServer _kestrel;
    private readonly ServerApplication _application;
    private readonly GeneratedKeys _keys;
    private int _disposed;

    private BedrockServer(KestrelServer kestrel, ServerApplication application, SimulatedBedrock engine, GeneratedKeys keys, Uri url)
    {
        _kestrel = kestrel;
        _application = application;
        Engine = engine;
        _keys = keys;
        Url = url;
    }

    /// <summary>The address.</summary>
    /// <value>Such as <c>http://127.0.0.1:49152/</c>.</value>
    public Uri Url { get; }

    /// <summary>The credentials that the server accepts.</summary>
    public AWSCredentials Credentials => _keys.Credentials;

    /// <summary>The API key that the server accepts. A client needs <see cref="BedrockClientOptions.AllowApiKeyOverHttpLoopback"/> to send it.</summary>
    public string ApiKey => _keys.ApiKey;

    /// <summary>The Region that requests must be signed for.</summary>
    /// <value><c>us-east-1</c>.</value>
    public string Region { get; } = DefaultRegion;

    internal SimulatedBedrock Engine { get; }

    /// <summary>Every HTTP request so far, in order; a new list each time.</summary>
    public IReadOnlyList<RecordedCall> Calls => Engine.Log.Calls;

    /// <summary>The wait before each event of a stream but the first: a real model takes its time too.</summary>
    /// <value>None by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan PauseBetweenEvents
    {
        get => _application.Pause;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            _application.Pause = value;
        }
    }

    /// <summary>How many answers were not waited for: their client closed the connection first, as a stream that is left early does.</summary>
    public int AbandonedAnswers => _application.Abandoned;

    /// <summary>Starts a server on 127.0.0.1.</summary>
    /// <param name="port">The port; a free one when 0.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running server; dispose it to stop it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The port is not 0 to 65535.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<BedrockServer> StartAsync(int port = 0, CancellationToken cancellationToken = default) =>
        StartAsync(GeneratedKeys.Create(), TimeProvider.System, port, cancellationToken);

    /// <summary>A client for this server.</summary>
    /// <returns>A client that signs with <see cref="Credentials"/>; the caller disposes it.</returns>
    public BedrockClient CreateClient() => new(new BedrockClientOptions { Credentials = Credentials, Region = Region, ServiceUrl = Url });

    /// <summary>
    /// Lets every id pass. Without it an id that this version of the library does not know is refused, and so is one that AWS serves only through
    /// an inference profile, in the words of the service.
    /// </summary>
    /// <returns>This server.</returns>
    public BedrockServer AllowAnyModel()
    {
        Engine.AllowsAnyModel = true;
        return this;
    }

    /// <summary>
    /// Lets every request have the answer that is set up for it. Without it a request that the service would refuse, such as a turn without text, is
    /// refused in its words, whatever is set up.
    /// </summary>
    /// <returns>This server.</returns>
    public BedrockServer AllowAnyRequest()
    {
        Engine.AllowsAnyRequest = true;
        return this;
    }

    /// <summary>
    /// Lets the simulated models answer what nothing is set up for. Without it they do so only as long as nothing at all is set up; after that such a
    /// call fails with an <see cref="InvalidOperationException"/> that lists what is.
    /// </summary>
    /// <returns>This server.</returns>
    public BedrockServer AllowUnscriptedCalls()
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

    /// <summary>Stops the server and closes its connections. Does nothing the second time.</summary>
    /// <returns>A task that ends when the server has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            // Cancelled from the start: answers that still run are cut, not waited for.
            await _kestrel.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
            _kestrel.Dispose();
        }
    }

    /// <summary>The address, nothing else.</summary>
    /// <returns>A text without credentials.</returns>
    public override string ToString() => $"BedrockServer at {Url}";

    internal static async Task<BedrockServer> StartAsync(GeneratedKeys keys, TimeProvider time, int port, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        var engine = new SimulatedBedrock(DefaultRegion, keys, time);
        KestrelServer kestrel = CreateKestrel(port);
        try
        {
            var application = new ServerApplication(engine);
            await kestrel.StartAsync(application, cancellationToken).ConfigureAwait(false);
            string address = kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            return new BedrockServer(kestrel, application, engine, keys, new Uri(address));
        }
        catch
        {
            kestrel.Dispose();
            throw;
        }
    }

    // The bare server, without a host: nothing reads settings files or the environment, logs, or listens to signals of the process.
    private static KestrelServer CreateKestrel(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);

        // 1: a flush ends when its bytes are handed to the socket, so that events arrive one by one, and all of them before a break.
        var sockets = new SocketTransportOptions { MaxWriteBufferSize = 1 };
        var transport = new SocketTransportFactory(Options.Create(sockets), NullLoggerFactory.Instance);
        return new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }
}
