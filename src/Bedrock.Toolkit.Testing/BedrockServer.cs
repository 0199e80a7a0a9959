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
/// server. The simulated answers are the same for the same request; <see cref="FakeService{TSelf}.When{TRequest, TResponse}(Model{TRequest, TResponse})"/>
/// sets up others.
/// </remarks>
public sealed class BedrockServer : FakeService<BedrockServer>, IAsyncDisposable
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

    internal override SimulatedBedrock Engine { get; }

    private protected override BedrockServer Self => this;

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
