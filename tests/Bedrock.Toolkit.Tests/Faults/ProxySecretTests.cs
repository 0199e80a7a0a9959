using System.Net;
using System.Net.Sockets;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>A proxy that wants a sign-in, and repeats what it was given, over real sockets.</summary>
[Collection(AloneCollection.Name)]
public class ProxySecretTests
{
    private const string Secret = "url-secret";
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task InvokeAsync_TunnelRefusedWithCredentialsInEveryText_ShowsNoneOfThem()
    {
        await using SocketServer proxy = Proxy();
        using BedrockClient client = proxy.CreateClient(o => (o.ServiceUrl, o.Proxy) = (null, ProxyWithPassword(proxy)));

        BedrockConnectionException e =
            await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

        Assert.False(e.IsTransient);
        Assert.Contains($"127.0.0.1:{proxy.Port} refused (407)", e.Message, StringComparison.Ordinal);
        Assert.Contains("proxy credentials", e.Message, StringComparison.Ordinal);
        AssertNoSecret(e);
    }

    [Fact]
    public async Task InvokeAsync_ProxyThatIsNotThere_IsNamedWithoutItsPassword()
    {
        int port;
        using (var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            port = ((IPEndPoint)closed.LocalEndPoint!).Port;
        }

        await using SocketServer unused = Proxy();
        using BedrockClient client = unused.CreateClient(
            o => (o.ServiceUrl, o.MaxAttempts, o.Proxy) = (null, 1, new WebProxy($"http://reader:{Secret}@127.0.0.1:{port}")));

        BedrockConnectionException e =
            await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

        Assert.Contains($" by the proxy 127.0.0.1:{port}: ", e.Message, StringComparison.Ordinal);
        AssertNoSecret(e);
    }

    [Fact]
    public async Task InvokeAsync_ProxyItselfAnswersWithCredentialsInEveryText_ShowsNoneOfThem()
    {
        await using SocketServer proxy = Proxy();
        using BedrockClient client = proxy.CreateClient(o => (o.ServiceUrl, o.Proxy) = (new Uri("http://bedrock.example:8080"), ProxyWithPassword(proxy)));

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

        Assert.Equal((407, false), (e.StatusCode, e.IsTransient));
        Assert.Contains("proxy credentials", e.Message, StringComparison.Ordinal);
        AssertNoSecret(e);
    }

    private static SocketServer Proxy() => new(async connection =>
    {
        while (await connection.ReadRequestAsync() is not null)
        {
            string body = $$"""{"__type":"{{Secret}}","message":"reader:{{Secret}} may not"}""";
            await connection.WriteAsync(
                $"HTTP/1.1 407 not for reader:{Secret}\r\nProxy-Authenticate: Basic realm=\"{Secret}\"\r\nx-amzn-RequestId: {Secret}\r\nx-amzn-errortype: {Secret}\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        }
    });

    private static WebProxy ProxyWithPassword(SocketServer proxy) => new(new Uri($"http://reader:{Secret}@127.0.0.1:{proxy.Port}"))
    {
        Credentials = new NetworkCredential("reader", Secret),
    };

    private static void AssertNoSecret(BedrockException e)
    {
        Assert.DoesNotContain(Secret, e.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Secret, e.RequestId + (e as BedrockServiceException)?.ErrorCode, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(TraceLog.Shared.Leaks, line => line.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }
}
