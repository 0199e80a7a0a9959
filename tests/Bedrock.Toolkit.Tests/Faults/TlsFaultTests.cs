using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>What goes wrong before a request is sent: certificates and versions of TLS.</summary>
public sealed class TlsFaultTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly Certificates _certificates = new();
    private int _requests;

    public void Dispose() => _certificates.Dispose();

    [Fact]
    public async Task InvokeAsync_GoodCertificate_IsAnswered()
    {
        using X509Certificate2 certificate = _certificates.Issue();
        await using var server = new SocketServer(AnswerAsync, certificate);
        using BedrockClient client = server.CreateClient(o => o.HandlerFactory = _certificates.TrustingHandler);

        Assert.Equal("a", (await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound)).Text);
    }

    [Theory]
    [InlineData("other.example", false, "RemoteCertificateNameMismatch")]
    [InlineData(null, true, "NotTimeValid")]
    public async Task InvokeAsync_BadCertificate_NamesHostAndCauseAndIsNotRepeated(string? name, bool isExpired, string cause)
    {
        using X509Certificate2 certificate = _certificates.Issue(name, isExpired);
        await using var server = new SocketServer(AnswerAsync, certificate);
        using BedrockClient client = server.CreateClient(o => o.HandlerFactory = _certificates.TrustingHandler);

        BedrockConnectionException e =
            await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

        Assert.Contains(cause, e.Message, StringComparison.Ordinal);
        Assert.Equal($"127.0.0.1:{server.Port}", e.Host);
        AssertRefused(e, server);
    }

    [Fact]
    public async Task InvokeAsync_AuthorityThatNobodyTrusts_IsRefusedByTheDefaultHandler()
    {
        using X509Certificate2 certificate = _certificates.Issue();
        await using var server = new SocketServer(AnswerAsync, certificate);
        using BedrockClient client = server.CreateClient();

        AssertRefused(await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound)), server);
    }

    [Fact]
    public async Task InvokeAsync_ServerWithTls10Only_IsRefused()
    {
        await using var server = new SocketServer(async connection =>
        {
            // A ServerHello of TLS 1.0 (3.1), whatever the client offered.
            byte[] hello =
            [
                0x16, 0x03, 0x01, 0x00, 0x2a, // handshake record, 42 bytes
                0x02, 0x00, 0x00, 0x26, 0x03, 0x01, .. new byte[32], 0x00, 0x00, 0x2f, 0x00, // version, random, no session, a cipher, no compression
            ];
            await connection.WriteAsync(hello);
            await connection.WaitForCloseAsync();
        });
        using BedrockClient client = server.CreateClient(o => o.ServiceUrl = new Uri($"https://127.0.0.1:{server.Port}"));

        AssertRefused(await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound)), server);
    }

    private void AssertRefused(BedrockConnectionException e, SocketServer server)
    {
        Assert.IsType<AuthenticationException>(e.InnerException!.InnerException);
        Assert.False(e.IsTransient);
        Assert.Equal(1, e.Attempts);
        Assert.Equal(1, server.Connections);
        Assert.Equal(0, _requests);
    }

    private async Task AnswerAsync(SocketConnection connection)
    {
        if (await connection.ReadRequestAsync() is null) return;

        Interlocked.Increment(ref _requests);
        await connection.AnswerAsync("""{"text":"a"}""");
    }
}
