using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Amazon.Runtime;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Serving;
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
    private const int MaxStreams = 10_000;

    private readonly KestrelServer _kestrel;
    private readonly ServerApplication _application;
    private readonly GeneratedKeys _keys;
    private int _disposed;

    private BedrockServer(KestrelServer kestrel, ServerApplication application, SimulatedBedrock engine, GeneratedKeys keys, Uri url, Uri mantleUrl,
        string region, X509Certificate2? certificate)
    {
        _kestrel = kestrel;
        _application = application;
        Engine = engine;
        _keys = keys;
        Url = url;
        MantleUrl = mantleUrl;
        Region = region;
        Certificate = certificate;
        Clients = new OwnedClients(ClientOptions);
        Control = new FakeControlPlane(engine.Control, engine.Time, Clients);
        S3 = new FakeS3(engine.Store, engine.Time, Clients);
    }

    /// <summary>The address.</summary>
    /// <value>Such as <c>http://127.0.0.1:49152/</c>.</value>
    public Uri Url { get; }

    /// <summary>The address at which the server is the other host of inference, bedrock-mantle: the same models in OpenAI's and Anthropic's shapes, with
    /// its own paths and ids.</summary>
    /// <value>Another port of 127.0.0.1.</value>
    public Uri MantleUrl { get; }

    /// <summary>The credentials that the server accepts.</summary>
    public AWSCredentials Credentials => _keys.Credentials;

    /// <summary>The API key that the server accepts. A client needs <see cref="BedrockClientOptions.AllowApiKeyOverHttpLoopback"/> to send it.</summary>
    public string ApiKey => _keys.ApiKey;

    /// <summary>The Region that requests must be signed for.</summary>
    /// <value><c>us-east-1</c> unless the options say otherwise.</value>
    public string Region { get; }

    /// <summary>The certificate that the server shows, for clients to trust.</summary>
    /// <value>Null without TLS.</value>
    public X509Certificate2? Certificate { get; }

    /// <summary>The control plane: models, guardrails, jobs, settings.</summary>
    public FakeControlPlane Control { get; }

    /// <summary>The S3 that batch jobs read from and write to, at the same address: set <c>ServiceURL</c> and <c>ForcePathStyle</c>.</summary>
    public FakeS3 S3 { get; }

    internal override SimulatedBedrock Engine { get; }

    internal override OwnedClients Clients { get; }

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
        StartAsync(new BedrockServerOptions { Port = port }, GeneratedKeys.Create(), cancellationToken);

    /// <summary>Starts a server on 127.0.0.1, with keys, Region, protocol and clock of your choice.</summary>
    /// <param name="options">The choice.</param>
    /// <returns>The running server; dispose it to stop it.</returns>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<BedrockServer> StartAsync(BedrockServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        return StartAsync(options, GeneratedKeys.Create(options), CancellationToken.None);
    }

    /// <summary>A client for this server.</summary>
    /// <returns>A client that signs with <see cref="Credentials"/>; the caller disposes it.</returns>
    public BedrockClient CreateClient() => new(ClientOptions());

    /// <summary>A client for this server with settings of your own, such as a handler below a <see cref="Cassette"/>.</summary>
    /// <param name="configure">Changes the options, which begin with address, Region and credentials of the server.</param>
    /// <returns>A client; the caller disposes it.</returns>
    public BedrockClient CreateClient(Action<BedrockClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        BedrockClientOptions options = ClientOptions();
        configure(options);
        return new BedrockClient(options);
    }

    private BedrockClientOptions ClientOptions()
    {
        var options = new BedrockClientOptions { Credentials = Credentials, Region = Region, ServiceUrl = Url };
        if (Certificate is { } certificate)
        {
            options.HandlerFactory = () => TrustingHandler(certificate);
        }

        return options;
    }

    /// <summary>Stops the server and closes its connections. Does nothing the second time.</summary>
    /// <returns>A task that ends when the server has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            // Cancelled from the start: answers that still run are cut, not waited for.
            await _kestrel.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
            _kestrel.Dispose();
            Clients.Dispose();
        }
    }

    /// <summary>The address, nothing else.</summary>
    /// <returns>A text without credentials.</returns>
    public override string ToString() => $"BedrockServer at {Url}";

    internal static Task<BedrockServer> StartAsync(GeneratedKeys keys, TimeProvider time, int port, CancellationToken cancellationToken) =>
        StartAsync(new BedrockServerOptions { Port = port, TimeProvider = time }, keys, cancellationToken);

    private static async Task<BedrockServer> StartAsync(BedrockServerOptions options, GeneratedKeys keys, CancellationToken cancellationToken)
    {
        options.Check();
        var engine = new SimulatedBedrock(options.Region, keys, options.TimeProvider, options.AllowsAnyRegion);
        X509Certificate2? certificate = options.UseTls ? options.Certificate ?? DevelopmentCertificate.Create(options.TimeProvider.GetUtcNow()) : null;
        KestrelServer kestrel = CreateKestrel(options, certificate);
        try
        {
            var application = new ServerApplication(engine, options.ShowsCalls, options.Upstream);
            await kestrel.StartAsync(application, cancellationToken).ConfigureAwait(false);
            Uri[] addresses = [.. kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.Select(AddressOf)];
            application.MantlePort = addresses[1].Port;
            return new BedrockServer(kestrel, application, engine, keys, addresses[0], addresses[1], options.Region, certificate);

            Uri AddressOf(string text) => new UriBuilder(text) { Scheme = certificate is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps }.Uri;
        }
        catch
        {
            kestrel.Dispose();
            throw;
        }
    }

    // The bare server, without a host: nothing reads settings files or the environment, logs, or listens to signals of the process.
    private static KestrelServer CreateKestrel(BedrockServerOptions server, X509Certificate2? certificate)
    {
        // AllowAlternateSchemes: a client that begins with HTTP/2 says http, also where it was told to Kestrel in the words of TLS.
        var options = new KestrelServerOptions { AddServerHeader = false, AllowAlternateSchemes = true };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.Http2.MaxStreamsPerConnection = MaxStreams;
        options.Listen(IPAddress.Loopback, server.Port, Configure);
        options.Listen(IPAddress.Loopback, server.MantlePort, Configure);

        // 1: a flush ends when its bytes are handed to the socket, so that events arrive one by one, and all of them before a break.
        var sockets = new SocketTransportOptions { MaxWriteBufferSize = 1 };
        var transport = new SocketTransportFactory(Options.Create(sockets), NullLoggerFactory.Instance);
        return new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);

        void Configure(ListenOptions listen)
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            if (certificate is null)
            {
                listen.UsePreface();
            }
            else
            {
                listen.UseTls(certificate);
            }
        }
    }

    // Trusts this one certificate, and no other.
    internal static SocketsHttpHandler TrustingHandler(X509Certificate2 certificate) => new()
    {
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { certificate },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    };
}
