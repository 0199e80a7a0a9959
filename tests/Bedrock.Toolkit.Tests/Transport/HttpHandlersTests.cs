using System.Net;
using System.Net.Sockets;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>The handler that a client makes for itself.</summary>
public class HttpHandlersTests
{
    // NAT gateways, interface endpoints and network load balancers forget a connection that was silent for so long.
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(350);

    [Fact]
    public void CreateHandler_Settings_SuitBedrock()
    {
        using SocketsHttpHandler handler = HttpHandlers.CreateHandler(new BedrockClientOptions { ConnectTimeout = TimeSpan.FromSeconds(7) });

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Equal(DecompressionMethods.None, handler.AutomaticDecompression);
        Assert.Equal(TimeSpan.FromSeconds(7), handler.ConnectTimeout);
        Assert.True(handler.PooledConnectionIdleTimeout < Forgotten);
        Assert.InRange(handler.PooledConnectionLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        Assert.Equal(0, handler.MaxResponseDrainSize);
        Assert.InRange(handler.MaxConnectionsPerServer, 100, 10_000);
        Assert.True(handler is { UseProxy: true, Proxy: null }); // the proxy of the environment
        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
        Assert.Equal(System.Security.Authentication.SslProtocols.None, handler.SslOptions.EnabledSslProtocols); // the system decides
    }

    [Fact]
    public void CreateSocket_KeepAlive_ProbesBeforeTheConnectionIsForgotten()
    {
        using Socket socket = HttpHandlers.CreateSocket();

        Assert.NotEqual(0, (int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive)!);
        Assert.InRange((int)socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime)!, 1, (int)Forgotten.TotalSeconds - 1);
        Assert.True(socket.NoDelay);
    }

    [Fact]
    public void CreatePool_HandlerOfTheHost_IsTheOnlyOneThatMayKeepWhatItGets()
    {
        using var handler = new SocketsHttpHandler();
        ConnectionPool own = HttpHandlers.CreatePool(new BedrockClientOptions());
        ConnectionPool foreign = HttpHandlers.CreatePool(new BedrockClientOptions { HandlerFactory = () => handler });

        Assert.True(own.IsDirect);
        Assert.False(foreign.IsDirect);

        // An HTTP client would have a time limit of its own.
        Assert.IsNotType<HttpClient>(own.Http, exactMatch: false);
        own.Release();
        foreign.Release();
        Assert.True(own.End.IsCancellationRequested);
    }
}
