using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon;

namespace Bedrock.Toolkit.Transport;

/// <summary>The connections that Bedrock wants: no redirects, keep-alive below the silence that gateways allow, no limit on long answers.</summary>
internal static class HttpHandlers
{
    // NAT gateways, interface endpoints and network load balancers drop a connection that was silent for 350 s.
    private const int KeepAliveSeconds = 60;
    private static readonly TimeSpan PooledIdle = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PooledLifetime = TimeSpan.FromMinutes(10);

    /// <summary>The connections of a client that has none of its own.</summary>
    public static ConnectionPool CreatePool(BedrockClientOptions options)
    {
        HttpMessageHandler handler = options.HandlerFactory?.Invoke() ?? CreateOwnHandler(options);
        int? mostConnections = Find<FreshConnectionHandler>(handler)?.MaxConnections;
        return new ConnectionPool(CreateInvoker(handler), isOwn: true, mostConnections) { IsDirect = handler is FreshConnectionHandler };
    }

    /// <summary>Sends by a handler that follows no redirects and cuts nothing.</summary>
    private static HttpMessageInvoker CreateInvoker(HttpMessageHandler handler)
    {
        switch (Innermost(handler))
        {
            case SocketsHttpHandler sockets:
                sockets.AllowAutoRedirect = false;
                break;
            case HttpClientHandler plain:
                plain.AllowAutoRedirect = false;
                break;
        }

        return new HttpMessageInvoker(handler);
    }

    /// <summary>Refuses a caller's client that would cut long answers.</summary>
    public static void CheckClient(HttpClient http, BedrockClientOptions options)
    {
        if (http.Timeout != Timeout.InfiniteTimeSpan && http.Timeout < options.FirstByteTimeout)
        {
            throw new ArgumentException(
                $"HttpClient.Timeout is {http.Timeout} and would cut calls before FirstByteTimeout ({options.FirstByteTimeout}): "
                + "set it to Timeout.InfiniteTimeSpan before the client's first use.",
                nameof(http));
        }

        if (options.HandlerFactory is not null)
        {
            throw new ArgumentException("HandlerFactory has no effect on a client over your own HttpClient: leave it out.", nameof(options));
        }

        if (options.Proxy is not null)
        {
            throw new ArgumentException("Proxy has no effect on a client over your own HttpClient: set it on that client's handler.", nameof(options));
        }
    }

    /// <summary>No answer came: says which host, and why.</summary>
    public static BedrockConnectionException ToException(Exception e, string host, string region, IWebProxy? proxy = null)
    {
        if (e is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } refused)
        {
            return ProxyFault.ToException(refused, host, proxy);
        }

        bool certificate = e.InnerException is AuthenticationException;
        string cause = e switch
        {
            _ when certificate => "TLS failed: " + e.InnerException!.Message,
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => NotFound(region),
            HttpRequestException { InnerException: SocketException socket } => socket.Message,
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => http.HttpRequestError.ToString(),
            IOException => e.Message,
            _ => $"the HTTP handler failed with {e.GetType().Name}",
        };

        // A proxy that is not there looks like a service that is not there.
        string way = e is HttpRequestException { InnerException: SocketException } && ProxyFault.AddressOf(host, proxy) is { } address
            && !address.StartsWith(host, StringComparison.Ordinal)
            ? $" by the proxy {address}"
            : string.Empty;

        // A bad certificate stays bad; everything else on the way may pass.
        return new BedrockConnectionException($"No answer from {host}{way}: {cause}.", e)
        {
            Host = host,
            IsTransient = !certificate && NetworkFault.MayPass(e),
            RetryHint = IsStale(e) ? RetryHint.StaleConnection : RetryHint.None,
        };
    }

    private static string NotFound(string region) => RegionEndpoint.GetBySystemName(region).DisplayName != "Unknown"
        ? "the name was not found"
        : $"the name was not found, and Region '{region}' is not one that is known: is BedrockClientOptions.Region misspelt";

    private static bool IsStale(Exception? e)
    {
        while (e is not (null or StaleConnectionException))
        {
            e = e.InnerException;
        }

        return e is not null;
    }

    /// <summary>A socket whose silent connection is probed before a gateway forgets it.</summary>
    internal static Socket CreateSocket()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveSeconds);
        return socket;
    }

    /// <summary>The handler of a client that has none of its own, with the way to connections that nobody has used.</summary>
    internal static FreshConnectionHandler CreateOwnHandler(BedrockClientOptions options) =>
        new(CreateHandler(options), () => CreateHandler(options, isPooled: false), options.MaxConnections);

    /// <summary>Connections that suit Bedrock.</summary>
    internal static SocketsHttpHandler CreateHandler(BedrockClientOptions options, bool isPooled = true) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        Proxy = options.Proxy,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionIdleTimeout = PooledIdle,
        PooledConnectionLifetime = isPooled ? PooledLifetime : TimeSpan.Zero,
        MaxConnectionsPerServer = options.MaxConnections,
        ConnectCallback = ConnectAsync,

        // A tunnel through a proxy is a connection that has served nobody yet: the proxy's consent to it is no answer of the server.
        PlaintextStreamFilter = (context, _) => ValueTask.FromResult(
            context.InitialRequestMessage.Method == HttpMethod.Connect ? context.PlaintextStream
                : new PooledConnectionStream(context.PlaintextStream, options.TimeProvider)),

        // A stream that is left early closes at once, instead of reading the rest of the answer first.
        MaxResponseDrainSize = 0,
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        Socket socket = CreateSocket();
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static T? Find<T>(HttpMessageHandler? handler)
        where T : DelegatingHandler
    {
        while (handler is DelegatingHandler outer and not T)
        {
            handler = outer.InnerHandler;
        }

        return handler as T;
    }

    private static HttpMessageHandler? Innermost(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return handler;
    }
}
