using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>Attempts of one call.</summary>
public class RetryTests
{
    [Fact]
    public async Task InvokeAsync_UnavailableThenFine_SucceedsInTheSecondAttempt()
    {
        var time = new InstantBackOff();
        int asked = 0;
        var credentials = new ScriptedCredentials(() => Task.FromResult(new ImmutableCredentials("KEY" + ++asked, "S", "token" + asked)));
        using var handler = new ScriptedHandler(
            _ =>
            {
                time.Now = time.Now.AddSeconds(9);
                return Answers.Error(503, "ServiceUnavailableException");
            },
            _ => Answers.Json("""{"text":"hi"}"""));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.TimeProvider = time;
            o.Credentials = credentials;
        });

        EchoResponse response = await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal(2, response.Metadata!.Attempts);
        SentRequest first = handler.Sent[0], second = handler.Sent[1];
        Assert.Equal(first.Header("amz-sdk-invocation-id"), second.Header("amz-sdk-invocation-id"));
        Assert.Equal("attempt=1; max=3", first.Header("amz-sdk-request"));
        Assert.Equal("attempt=2; max=3", second.Header("amz-sdk-request"));
        Assert.Equal(first.Body, second.Body);
        Assert.Equal("20260102T030414Z", second.Header("x-amz-date"));
        Assert.Equal("token2", second.Header("x-amz-security-token"));
        Assert.Equal(Signed.Again(second, "KEY2", "S", "us-east-1"), second.Header("Authorization"));
        // The random part can be less than a millisecond, for which no timer is made.
        Assert.InRange(time.Delays.SingleOrDefault(), TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public async Task InvokeAsync_TwoCalls_HaveInvocationIdsOfTheirOwn()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);

        await client.InvokeAsync(Echo.Model, Echo.Request());
        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.NotEqual(handler.Sent[0].Header("amz-sdk-invocation-id"), handler.Sent[1].Header("amz-sdk-invocation-id"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task InvokeAsync_AlwaysUnavailable_StopsAtMaxAttempts(int attempts)
    {
        using var handler = new ScriptedHandler();
        for (int i = 0; i < attempts; i++) handler.Then(_ => Answers.Error(503, "ServiceUnavailableException"));
        using BedrockClient client = TestClient.Over(handler, o => o.MaxAttempts = attempts);

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(attempts, handler.Sent.Count);
        Assert.Equal(attempts, e.Attempts);
        Assert.Equal(503, e.StatusCode);
        Assert.Equal(Answers.RequestId, e.RequestId);
        Assert.Equal("InvokeModel", e.Operation);
        Assert.Equal(Echo.Id, e.ModelId);
        Assert.True(e.IsTransient);
    }

    [Fact]
    public async Task OpenAsync_UnavailableThenFine_SucceedsInTheSecondAttempt_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Error(503, null), _ => Answers.Stream(Frames.Chunk("""{"text":"hi","last":true}""")));
        using BedrockClient client = TestClient.Over(handler);

        await using BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());
        await stream.OpenAsync();

        Assert.Equal(2, stream.Metadata!.Attempts);
        Assert.Equal(handler.Sent[0].Body, handler.Sent[1].Body);
    }

    [Theory]
    [InlineData(400, "ValidationException", typeof(BedrockValidationException))]
    [InlineData(403, "AccessDeniedException", typeof(BedrockAccessDeniedException))]
    [InlineData(404, "ResourceNotFoundException", typeof(BedrockServiceException))]
    [InlineData(408, "ModelTimeoutException", typeof(BedrockModelException))]
    [InlineData(424, "ModelErrorException", typeof(BedrockModelException))]
    [InlineData(403, "ExpiredTokenException", typeof(BedrockAuthenticationException))]
    [InlineData(501, null, typeof(BedrockServiceException))]
    public async Task InvokeAsync_LastingError_IsNotRepeated(int status, string? code, Type type)
    {
        using var handler = new ScriptedHandler(_ => Answers.Error(status, code));
        using BedrockClient client = TestClient.Over(handler);

        BedrockException e = await Assert.ThrowsAnyAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.IsType(type, e);
        Assert.Single(handler.Sent);
        Assert.Equal(1, e.Attempts);
    }

    [Fact]
    public async Task OpenAsync_LastingError_IsToldBeforeTheFirstEvent_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Error(403, "AccessDeniedException"));
        using BedrockClient client = TestClient.Over(handler);
        await using BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());

        BedrockAccessDeniedException e = await Assert.ThrowsAsync<BedrockAccessDeniedException>(() => stream.OpenAsync());

        Assert.Equal(0, e.EventsDelivered);
        Assert.Equal("InvokeModelWithResponseStream", e.Operation);
        Assert.Equal(Answers.RequestId, e.RequestId);
    }

    [Theory]
    [InlineData("x-amz-retry-after", "4000", 4000)]
    [InlineData("x-amz-retry-after", "-4000", 0)]
    [InlineData("x-amz-retry-after", "soon", 0)]
    [InlineData("Retry-After", "4", 4000)]
    [InlineData("Retry-After", "Fri, 02 Jan 2026 03:04:08 GMT", 3000)]
    [InlineData("x-amz-retry-after", "99999999", 5000)]
    public async Task InvokeAsync_ServersWish_IsFollowedWithinItsClamp(string header, string value, int least)
    {
        var time = new InstantBackOff();
        using var handler = new ScriptedHandler(_ => Answers.Error(503, null, "x", (header, value)), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => o.TimeProvider = time);

        await client.InvokeAsync(Echo.Model, Echo.Request());

        // The random part can be less than a millisecond, for which no timer is made.
        double delay = time.Delays.Select(d => d.TotalMilliseconds).SingleOrDefault();
        Assert.InRange(delay, least, least + 50);
    }

    [Fact]
    public async Task InvokeAsync_ConnectionRefused_NamesHostAndCause()
    {
        using var handler = new ScriptedHandler();
        for (int i = 0; i < 3; i++)
        {
            handler.Then(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused",
                new SocketException((int)SocketError.ConnectionRefused)));
        }

        using BedrockClient client = TestClient.Over(handler, o => o.ServiceUrl = new Uri("https://gateway.example:8443/x"));

        BedrockConnectionException e = await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal("gateway.example:8443", e.Host);
        Assert.Contains("gateway.example:8443", e.Message, StringComparison.Ordinal);
        Assert.Contains(new SocketException((int)SocketError.ConnectionRefused).Message, e.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(e.InnerException);
        Assert.Equal(3, e.Attempts);
        Assert.Equal(3, handler.Sent.Count);
    }

    [Fact]
    public async Task InvokeAsync_RealPortThatNobodyListensOn_IsAConnectionError()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        int port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var client = new BedrockClient(new BedrockClientOptions
        {
            Region = "us-east-1",
            Credentials = new BasicAWSCredentials("A", "S"),
            ServiceUrl = new Uri($"http://127.0.0.1:{port}"),
            MaxAttempts = 1,
        });

        BedrockConnectionException e = await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal($"127.0.0.1:{port}", e.Host);
        Assert.True(e.IsTransient);
    }

    [Fact]
    public async Task InvokeAsync_NameNotFound_SaysSo()
    {
        using var handler = new ScriptedHandler(_ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "x"));
        using BedrockClient client = TestClient.Over(handler, o => o.MaxAttempts = 1);

        BedrockConnectionException e = await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains("the name was not found", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_BadCertificate_IsNotRepeated()
    {
        using var handler = new ScriptedHandler(
            _ => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "x", new AuthenticationException("RemoteCertificateNameMismatch")));
        using BedrockClient client = TestClient.Over(handler);

        BedrockConnectionException e = await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.False(e.IsTransient);
        Assert.Contains("RemoteCertificateNameMismatch", e.Message, StringComparison.Ordinal);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_ResetWhileTheHeadersAreAwaited_IsRepeated()
    {
        using var handler = new ScriptedHandler(_ => throw new IOException("reset"), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);

        Assert.Equal(2, (await client.InvokeAsync(Echo.Model, Echo.Request())).Metadata!.Attempts);
    }
}
