using System.Text;
using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Doors;

public sealed class BedrockDoorHandlerTests
{
    private const string Whole = """{"id":"resp_1","usage":{"input_tokens":12,"input_tokens_details":{"cached_tokens":4},"output_tokens":3}}""";

    [Fact]
    public async Task SendAsync_ModelInTheBody_ChoosesHostPathAndId()
    {
        var handler = new ScriptedHandler(_ => Answers.Json(Whole), _ => Answers.Json(Whole));
        using HttpClient http = Over(handler);

        await PostAsync(http, "https://api.openai.com/v1/responses", """{"model":"openai.gpt-5.4","input":"a"}""");
        await PostAsync(http, "https://x/chat/completions", """{"input":"a" , "model" : "openai.gpt-oss-20b"}""");

        Assert.Equal("https://bedrock-mantle.us-east-1.api.aws/openai/v1/responses", handler.Sent[0].Uri.ToString());
        Assert.Equal("""{"store":false,"model":"openai.gpt-5.4","input":"a"}""", Encoding.UTF8.GetString(handler.Sent[0].Body));
        Assert.Equal("https://bedrock-runtime.us-east-1.amazonaws.com/openai/v1/chat/completions", handler.Sent[1].Uri.ToString());
        Assert.Equal("""{"input":"a" , "model" : "openai.gpt-oss-20b-1:0"}""", Encoding.UTF8.GetString(handler.Sent[1].Body));
    }

    [Fact]
    public async Task SendAsync_StoreIsAskedFor_StaysAsItIs()
    {
        var handler = new ScriptedHandler(_ => Answers.Json(Whole));
        using HttpClient http = Over(handler);

        await PostAsync(http, "https://x/v1/responses", """{"model":"openai.gpt-5.4","store":true}""");

        Assert.Equal("""{"model":"openai.gpt-5.4","store":true}""", Encoding.UTF8.GetString(Assert.Single(handler.Sent).Body));
    }

    [Fact]
    public async Task SendAsync_Throttled_IsRepeatedByOurBudget()
    {
        var handler = new ScriptedHandler(
            _ => Answers.Of(System.Net.HttpStatusCode.TooManyRequests,
                """{"error":{"message":"slow down","type":"rate_limit_error"}}"""u8.ToArray(), "application/json"),
            _ => Answers.Json(Whole));
        using HttpClient http = Over(handler, options => options.TimeProvider = new InstantBackOff());

        using HttpResponseMessage answer = await PostAsync(http, "https://x/v1/responses", """{"model":"openai.gpt-5.4"}""");

        Assert.Equal(Whole, await answer.Content.ReadAsStringAsync());
        Assert.Equal(2, handler.Sent.Count);
    }

    [Fact]
    public async Task SendAsync_UnknownOperationUnderStatus200_IsAnError()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("""{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}"""));
        using HttpClient http = Over(handler);

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(
            () => PostAsync(http, "https://x/v1/chat/completions", """{"model":"openai.gpt-oss-20b-1:0"}"""));

        Assert.Equal("UnknownOperationException", e.ErrorCode?.Value);
        Assert.Contains("BedrockDoor.For", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_UnknownOperationInPlaceOfAStream_IsAnError()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("""{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}"""));
        using HttpClient http = Over(handler);

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(
            () => PostAsync(http, "https://x/v1/chat/completions", """{"model":"openai.gpt-oss-20b-1:0","stream":true}"""));

        Assert.Equal("UnknownOperationException", e.ErrorCode?.Value);
    }

    [Theory]
    [InlineData("us.openai.gpt-6-sol", "responses")]
    [InlineData("deepseek.v3.1", "chat/completions")]
    public async Task SendAsync_GuardrailWhereItIsIgnored_IsRefused(string model, string tail)
    {
        var handler = new ScriptedHandler();
        using HttpClient http = Over(handler, settings: new InvokeOptions { GuardrailId = "abc", GuardrailVersion = "1" });

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => PostAsync(http, "https://x/v1/" + tail, $$"""{"model":"{{model}}"}"""));

        Assert.Contains("GuardrailId", e.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task SendAsync_TierAndMetadata_GoWhereTheHostHasThem()
    {
        var handler = new ScriptedHandler(_ => Answers.Json(Whole), _ => Answers.Json(Whole));
        var settings = new InvokeOptions { ServiceTier = BedrockServiceTier.Flex };
        using HttpClient http = Over(handler, settings: settings);

        await PostAsync(http, "https://x/v1/chat/completions", """{"model":"deepseek.v3.1"}""");
        settings.RequestMetadata["tenant"] = "harbour";
        await PostAsync(http, "https://x/v1/chat/completions", """{"model":"openai.gpt-oss-20b-1:0"}""");

        Assert.Equal("""{"service_tier":"flex","model":"deepseek.v3.1"}""", Encoding.UTF8.GetString(handler.Sent[0].Body));
        Assert.Equal("flex", handler.Sent[1].Headers["X-Amzn-Bedrock-Service-Tier"]);
        Assert.Equal("""{"tenant":"harbour"}""", handler.Sent[1].Headers["X-Amzn-Bedrock-Request-Metadata"]);
    }

    [Fact]
    public async Task SendAsync_Stream_ArrivesAsItComesAndIsCounted()
    {
        using var recorder = new Diagnostics.TelemetryRecorder();
        const string Events = "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{}}\n\n"
            + "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"usage\":{\"input_tokens\":12,\"input_tokens_details\":"
            + "{\"cached_tokens\":4},\"output_tokens\":3}}}\n\n";
        var handler = new ScriptedHandler(_ => Answers.Of(System.Net.HttpStatusCode.OK, new MemoryStream(Encoding.UTF8.GetBytes(Events)), "text/event-stream"));
        using HttpClient http = Over(handler);

        using HttpResponseMessage answer = await PostAsync(http, "https://x/v1/responses", """{"model":"openai.gpt-5.5-of-one-test","stream":true}""");

        Assert.Equal(Events, await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        System.Diagnostics.Activity span = Assert.Single(recorder.Spans, span => Equals(span.GetTagItem("gen_ai.request.model"), "openai.gpt-5.5-of-one-test"));
        Assert.Equal("chat openai.gpt-5.5-of-one-test", span.DisplayName);
        Assert.Equal(3, Convert.ToInt32(span.GetTagItem("gen_ai.usage.output_tokens"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task SendAsync_StreamWithoutItsEnd_IsIncomplete()
    {
        var handler = new ScriptedHandler(_ => Answers.Of(System.Net.HttpStatusCode.OK, new MemoryStream("data: {\"choices\":[]}\n\n"u8.ToArray()),
            "text/event-stream"));
        using HttpClient http = Over(handler);
        using HttpResponseMessage answer = await PostAsync(http, "https://x/v1/chat/completions", """{"model":"deepseek.v3.1","stream":true}""");

        Exception e = await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.ReadAsStringAsync());

        Assert.IsType<BedrockIncompleteStreamException>(e as BedrockException ?? e.InnerException);
    }

    [Fact]
    public async Task SendAsync_ErrorAsFirstEvent_IsAnAttemptThatFailed()
    {
        var handler = new ScriptedHandler(
            _ => Answers.Of(System.Net.HttpStatusCode.OK,
                new MemoryStream("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"later\"}}\n\n"u8.ToArray()),
                "text/event-stream"),
            _ => Answers.Of(System.Net.HttpStatusCode.OK, new MemoryStream("data: [DONE]\n\n"u8.ToArray()), "text/event-stream"));
        using HttpClient http = Over(handler, options => options.TimeProvider = new InstantBackOff());

        using HttpResponseMessage answer = await PostAsync(http, "https://x/v1/chat/completions", """{"model":"deepseek.v3.1","stream":true}""");

        Assert.Equal("data: [DONE]\n\n", await answer.Content.ReadAsStringAsync());
        Assert.Equal(2, handler.Sent.Count);
    }

    [Fact]
    public async Task StreamBytesAsync_AnyAnswer_GivesItsBytes()
    {
        var handler = new ScriptedHandler(_ => Answers.Of(System.Net.HttpStatusCode.OK, new MemoryStream("data: a\n\n"u8.ToArray()), "text/event-stream"));
        using BedrockClient client = TestClient.Over(handler);
        var bytes = new MemoryStream();

        await foreach (ReadOnlyMemory<byte> piece in client.StreamBytesAsync(new BedrockRawRequest { Operation = "Any", Path = "/any" }))
        {
            bytes.Write(piece.Span);
        }

        Assert.Equal("data: a\n\n", Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static HttpClient Over(ScriptedHandler handler, Action<BedrockClientOptions>? configure = null, InvokeOptions? settings = null)
    {
        BedrockClientOptions options = TestClient.Options(handler, configure);
        options.Region = "us-east-1";
        options.ServiceUrl = null;
        return new HttpClient(new BedrockDoorHandler(options) { Settings = settings });
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string address, string body) => http.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") },
        HttpCompletionOption.ResponseHeadersRead);
}
