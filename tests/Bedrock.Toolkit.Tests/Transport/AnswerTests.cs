using System.Net;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>Answers, good and bad.</summary>
public class AnswerTests
{
    [Fact]
    public async Task InvokeAsync_Headers_BecomeMetadata()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json(
            """{"text":"hi"}""",
            ("X-Amzn-Bedrock-Input-Token-Count", "12"),
            ("X-Amzn-Bedrock-Output-Token-Count", "34"),
            ("X-Amzn-Bedrock-Cache-Read-Input-Token-Count", "5"),
            ("X-Amzn-Bedrock-Cache-Write-Input-Token-Count", "6"),
            ("X-Amzn-Bedrock-Invocation-Latency", "789"),
            ("X-Amzn-Bedrock-Service-Tier", "flex"),
            ("X-Amzn-Bedrock-PerformanceConfig-Latency", "optimized"),
            ("X-Of-Its-Own", "a")));
        using BedrockClient client = TestClient.Over(handler);

        EchoResponse response = await client.InvokeAsync(Echo.Model, Echo.Request());

        BedrockResponseMetadata metadata = response.Metadata!;
        Assert.Equal("hi", response.Text);
        Assert.Equal(Answers.RequestId, metadata.RequestId);
        Assert.Equal(200, metadata.StatusCode);
        Assert.Equal(1, metadata.Attempts);
        Assert.Equal((12, 34, 5, 6), (metadata.InputTokens, metadata.OutputTokens, metadata.CacheReadInputTokens, metadata.CacheWriteInputTokens));
        Assert.Equal(TimeSpan.FromMilliseconds(789), metadata.Latency);
        Assert.Equal(BedrockServiceTier.Flex, metadata.ServiceTier);
        Assert.Equal("optimized", metadata.PerformanceLatency!.Value.Value);
        Assert.Equal("a", metadata.Headers["x-of-its-own"]);
        Assert.Equal("application/json", metadata.Headers["content-type"]);
        Assert.Equal(0, metadata.SkippedEvents);
    }

    [Theory]
    [InlineData("12.5")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("99999999999")]
    public async Task InvokeAsync_OddCountHeader_IsPassedOver(string count)
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}", ("x-amzn-bedrock-input-token-count", count)));
        using BedrockClient client = TestClient.Over(handler);

        Assert.Null((await client.InvokeAsync(Echo.Model, Echo.Request())).Metadata!.InputTokens);
    }

    [Theory]
    [InlineData("\uFEFF{\"text\":\"hi\"}")]
    [InlineData("  {\"text\":\"hi\"} \r\n")]
    [InlineData("{\"text\":\"hi\",\"new\":{\"a\":[1]},\"count\":28.0,\"parts\":null,\"amazon-bedrock-guardrailAction\":\"NONE\"}")]
    public async Task InvokeAsync_UnusualButReadable_IsRead(string body)
    {
        using var handler = new ScriptedHandler(_ => Answers.Json(body));
        using BedrockClient client = TestClient.Over(handler);

        EchoResponse response = await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal("hi", response.Text);
        Assert.Empty(response.Parts);
    }

    [Fact]
    public async Task InvokeAsync_LargeAnswerInPieces_IsReadWhole()
    {
        string text = new('a', 3_000_000);
        using var handler = new ScriptedHandler(
            _ => Answers.Of(HttpStatusCode.OK, new PieceStream(Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}"""), 100, 70_000), "application/json"));
        using BedrockClient client = TestClient.Over(handler);

        Assert.Equal(text, (await client.InvokeAsync(Echo.Model, Echo.Request())).Text);
    }

    [Fact]
    public async Task InvokeAsync_EmptyBody_IsAProtocolError()
    {
        BedrockProtocolException e = await FailAsync(Answers.Json(""));

        Assert.Contains("empty body", e.Message, StringComparison.Ordinal);
        Assert.Equal(Answers.RequestId, e.RequestId);
        Assert.Equal("InvokeModel", e.Operation);
        Assert.Equal(Echo.Id, e.ModelId);
        Assert.Equal(1, e.Attempts);
        Assert.False(e.IsTransient);
    }

    [Fact]
    public async Task InvokeAsync_HtmlPage_IsAProtocolErrorWithoutThePage()
    {
        BedrockProtocolException e = await FailAsync(Answers.Of(HttpStatusCode.OK, "<html>secret page</html>"u8.ToArray(), "text/html; charset=utf-8"));

        Assert.Contains("HTML", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>secret page</html>", 0)]
    [InlineData("secret", 0)]
    [InlineData("[]", 1)]
    [InlineData("\"secret\"", 8)]
    public async Task InvokeAsync_OtherThanTheExpectedJson_IsAProtocolErrorAtItsPlace(string body, long offset)
    {
        BedrockProtocolException e = await FailAsync(Answers.Json(body));

        Assert.Equal("$", e.JsonPath);
        Assert.InRange(e.ByteOffset!.Value, 0, offset);
        Assert.DoesNotContain("secret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_JsonNull_IsAProtocolError() =>
        Assert.Contains("JSON null", (await FailAsync(Answers.Json("null"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"text":"secret wor""", "$.text", 19)]
    [InlineData("""{"text":"secret","parts":[{"name":"a"},{"name":5}]}""", "$.parts[1].name", 48)]
    [InlineData("""{"text":"secret","count":1.5}""", "$.count", 28)]
    [InlineData("""{"text":"secret"} trailing secret""", "$", 18)]
    [InlineData("{\n  \"text\": \"secret\",\n  \"count\": \"secret\"\n}", "$.count", 41)]
    public async Task InvokeAsync_UnreadableJson_TellsThePlaceAndNeverThePayload(string body, string path, long offset)
    {
        BedrockProtocolException e = await FailAsync(Answers.Json(body));

        Assert.Equal(path, e.JsonPath);
        Assert.Equal(offset, e.ByteOffset);
        Assert.Contains("EchoResponse", e.Message, StringComparison.Ordinal);
        Assert.Contains(path, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.InnerException!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public async Task InvokeAsync_LoneSurrogate_IsAProtocolErrorOrRead(string body)
    {
        using var handler = new ScriptedHandler(_ => Answers.Json(body));
        using BedrockClient client = TestClient.Over(handler);

        Exception? e = await Record.ExceptionAsync(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.True(e is null or BedrockProtocolException, e?.ToString());
    }

    [Fact]
    public async Task InvokeAsync_InvalidUtf8_IsAProtocolError() =>
        await FailAsync(Answers.Of(HttpStatusCode.OK, [.. "{\"text\":\""u8, 0xff, .. "\"}"u8], "application/json"));

    [Theory]
    [InlineData(65)]
    [InlineData(100_000)]
    public async Task InvokeAsync_TooDeep_IsAProtocolError(int depth) =>
        await FailAsync(Answers.Json("{\"x\":" + new string('[', depth) + new string(']', depth) + "}"));

    [Fact]
    public async Task InvokeAsync_BodyThatBreaksOff_IsAConnectionErrorThatKnowsItsCall()
    {
        var body = new PieceStream("{\"text\":\"secret"u8.ToArray(), 5) { OnRead = (read, _) => read == 3 ? Task.FromException(new IOException("reset"))
            : Task.CompletedTask };
        using var handler = new ScriptedHandler(_ => Answers.Of(HttpStatusCode.OK, body, "application/json"));
        using BedrockClient client = TestClient.Over(handler, o => o.MaxAttempts = 1);

        BedrockConnectionException e = await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(Answers.RequestId, e.RequestId);
        Assert.IsAssignableFrom<IOException>(e.InnerException);
        Assert.Single(handler.Sent);
        Assert.NotEqual(0, body.Disposals);
    }

    [Fact]
    public async Task InvokeAsync_BodyThatBreaksOff_IsAskedForAgain()
    {
        var body = new PieceStream("{\"text\":\"half"u8.ToArray(), 5) { OnRead = (read, _) => read == 3 ? Task.FromException(new IOException("reset"))
            : Task.CompletedTask };
        using var handler = new ScriptedHandler(_ => Answers.Of(HttpStatusCode.OK, body, "application/json"), _ => Answers.Json("""{"text":"whole"}"""));
        using BedrockClient client = TestClient.Over(handler);

        EchoResponse response = await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal("whole", response.Text);
        Assert.Equal(2, response.Metadata!.Attempts);
        Assert.NotEqual(0, body.Disposals);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task InvokeAsync_ContentEncoding_IsRefused(string encoding)
    {
        BedrockProtocolException e = await FailAsync(Answers.Json("{}", ("Content-Encoding", encoding)));

        Assert.Contains(encoding, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_ContentEncoding_IsRefused_Streaming()
    {
        using var handler = new ScriptedHandler(_ =>
        {
            HttpResponseMessage response = Answers.Stream();
            response.Content.Headers.ContentEncoding.Add("gzip");
            return response;
        });
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<BedrockProtocolException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).OpenAsync());
    }

    [Fact]
    public async Task InvokeAsync_IdentityEncoding_IsFine()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}", ("Content-Encoding", "identity")));
        using BedrockClient client = TestClient.Over(handler);

        Assert.NotNull(await client.InvokeAsync(Echo.Model, Echo.Request()));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task InvokeAsync_Redirect_IsNeverFollowed(int status)
    {
        using var handler = new ScriptedHandler(_ => Answers.Error(status, null, "x", ("Location", "https://evil.example/")));
        using BedrockClient client = TestClient.Over(handler);

        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), e.Message, StringComparison.Ordinal);
        Assert.Equal(Answers.RequestId, e.RequestId);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_AnswerFromAnotherAddress_IsRefused()
    {
        using var handler = new ScriptedHandler(_ =>
        {
            HttpResponseMessage response = Answers.Json("{}");
            response.RequestMessage = new HttpRequestMessage(HttpMethod.Post, "https://evil.example/");
            return response;
        });
        using BedrockClient client = TestClient.Over(handler);

        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains("AllowAutoRedirect", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_OwnHandlers_HaveRedirectsSwitchedOff()
    {
        using var sockets = new SocketsHttpHandler();
        using var plain = new HttpClientHandler();
        using var wrapped = new SocketsHttpHandler();
        using BedrockClient one = TestClient.Over(sockets);
        using BedrockClient two = TestClient.Over(plain);
        using BedrockClient three = TestClient.Over(new Wrapper(wrapped));

        Assert.False(sockets.AllowAutoRedirect);
        Assert.False(plain.AllowAutoRedirect);
        Assert.False(wrapped.AllowAutoRedirect);
    }

    [Fact]
    public async Task InvokeAsync_HtmlErrorPage_IsRepeatedAndStaysOutOfTheMessage()
    {
        using var handler = new ScriptedHandler();
        for (int i = 0; i < 3; i++) handler.Then(_ => Answers.Of(HttpStatusCode.BadGateway, "<html>secret page</html>"u8.ToArray(), "text/html"));
        using BedrockClient client = TestClient.Over(handler);

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(502, e.StatusCode);
        Assert.Equal(3, e.Attempts);
        Assert.Equal("InvokeModel of 'example.echo-v1:0' failed: HTTP 502.", e.Message);
    }

    [Fact]
    public async Task InvokeAsync_EndlessErrorBody_IsReadBounded()
    {
        byte[] tenMegabytes = Encoding.UTF8.GetBytes("{\"message\":\"" + new string('x', 10_000_000) + "\"}");
        var body = new CountingStream(tenMegabytes);
        using var handler = new ScriptedHandler(
            _ => Answers.Of(HttpStatusCode.BadRequest, body, "application/json", ("x-amzn-errortype", "ValidationException")));
        using BedrockClient client = TestClient.Over(handler);

        BedrockValidationException e = await Assert.ThrowsAsync<BedrockValidationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.True(e.Message.Length < 1000);
        Assert.InRange(body.BytesRead, 1, 64 * 1024);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("""{"message":"cut""")]
    [InlineData("")]
    public async Task InvokeAsync_ErrorBodyThatIsNoObject_StillIsTheError(string body)
    {
        using var handler = new ScriptedHandler(_ => Answers.Of(HttpStatusCode.NotFound, Encoding.UTF8.GetBytes(body), "application/json"));
        using BedrockClient client = TestClient.Over(handler);

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(404, e.StatusCode);
        Assert.Null(e.ErrorCode);
    }

    [Fact]
    public async Task InvokeAsync_ErrorBodyThatBreaksOff_StillIsTheError()
    {
        var body = new PieceStream("{\"mess"u8.ToArray(), 3) { OnRead = (read, _) => read == 2 ? Task.FromException(new IOException("reset"))
            : Task.CompletedTask };
        using var handler = new ScriptedHandler(
            _ => Answers.Of(HttpStatusCode.BadRequest, body, "application/json", ("x-amzn-errortype", "ValidationException")));
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<BedrockValidationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
    }

    [Fact]
    public async Task InvokeAsync_UserTypeWithoutABase_IsReadAsWell()
    {
        var model = new Model<EchoRequest, JsonElement>(Echo.Id, EchoJsonContext.Default.EchoRequest, ElementJsonContext.Default.JsonElement);
        using var handler = new ScriptedHandler(_ => Answers.Json("""{"a":1}"""));
        using BedrockClient client = TestClient.Over(handler);

        Assert.Equal(1, (await client.InvokeAsync(model, Echo.Request())).GetProperty("a").GetInt32());
    }

    private static async Task<BedrockProtocolException> FailAsync(HttpResponseMessage response)
    {
        using var handler = new ScriptedHandler(_ => response);
        using BedrockClient client = TestClient.Over(handler);
        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
        Assert.Single(handler.Sent);
        return e;
    }

    private sealed class Wrapper(HttpMessageHandler inner) : DelegatingHandler(inner);

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long BytesRead { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, cancellationToken);
            BytesRead += read;
            return read;
        }
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonElement))]
internal sealed partial class ElementJsonContext : System.Text.Json.Serialization.JsonSerializerContext;
