using System.Text;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>What goes over the wire.</summary>
public class RequestTests
{
    [Fact]
    public async Task InvokeAsync_Request_HasPathBodyAndHeaders()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("""{"text":"hi"}"""));
        using BedrockClient client = TestClient.Over(handler);

        await client.InvokeAsync(Echo.Model, Echo.Request());

        SentRequest sent = Assert.Single(handler.Sent);
        Assert.Equal(HttpMethod.Post, sent.Method);
        Assert.Equal("https://bedrock-runtime.us-east-1.amazonaws.com/model/example.echo-v1%3A0/invoke", sent.Uri.AbsoluteUri);
        Assert.Equal("""{"prompt":"hello"}""", sent.Text);
        Assert.Equal("application/json", sent.Header("Content-Type"));
        Assert.Equal("application/json", sent.Header("Accept"));
        Assert.Equal("18", sent.Header("Content-Length") ?? sent.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Matches("^Bedrock.Toolkit/[0-9.]+(-[0-9a-z.]+)?$", sent.Header("User-Agent"));
        Assert.Equal("20260102T030405Z", sent.Header("x-amz-date"));
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/bedrock/aws4_request, ", sent.Header("Authorization"),
            StringComparison.Ordinal);
        Assert.True(Guid.TryParse(sent.Header("amz-sdk-invocation-id"), out _));
        Assert.Equal("attempt=1; max=3", sent.Header("amz-sdk-request"));
    }

    [Fact]
    public async Task StreamAsync_Request_HasItsOwnPathAndAcceptHeader_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(Frames.Chunk("""{"last":true}""")));
        using BedrockClient client = TestClient.Over(handler);

        await TestClient.ToListAsync(client.StreamAsync(Echo.Streaming, Echo.Request()));

        SentRequest sent = Assert.Single(handler.Sent);
        Assert.Equal("/model/example.echo-v1%3A0/invoke-with-response-stream", sent.Uri.AbsolutePath);
        Assert.Equal("application/json", sent.Header("X-Amzn-Bedrock-Accept"));
        Assert.Null(sent.Header("Accept"));
        Assert.Equal("""{"prompt":"hello"}""", sent.Text);
    }

    [Fact]
    public async Task InvokeAsync_Arn_IsOnePathSegment()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);

        await client.InvokeAsync(Echo.Model.WithId("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/a?b#c"), Echo.Request());

        Assert.Equal("/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Aprovisioned-model%2Fa%3Fb%23c/invoke", handler.Sent[0].Uri.AbsolutePath);
    }

    [Theory]
    [InlineData("https://gateway.example/team/bedrock/", "https://gateway.example/team/bedrock/model/example.echo-v1%3A0/invoke")]
    [InlineData("https://gateway.example:8443", "https://gateway.example:8443/model/example.echo-v1%3A0/invoke")]
    public async Task InvokeAsync_ServiceUrlWithAPath_IsJoinedAndSigned(string url, string expected)
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => o.ServiceUrl = new Uri(url));

        await client.InvokeAsync(Echo.Model, Echo.Request());

        SentRequest sent = Assert.Single(handler.Sent);
        Assert.Equal(expected, sent.Uri.AbsoluteUri);
        Assert.Equal(Signed.Again(sent, TestClient.AccessKey, TestClient.SecretKey, "us-east-1"), sent.Header("Authorization"));
        SentRequest elsewhere = sent with { Uri = new Uri("https://gateway.example/other" + sent.Uri.AbsolutePath) };
        Assert.NotEqual(Signed.Again(elsewhere, TestClient.AccessKey, TestClient.SecretKey, "us-east-1"), sent.Header("Authorization"));
    }

    [Fact]
    public async Task InvokeAsync_RequestChangedAfterTheStart_SendsWhatItWas()
    {
        using var handler = new ScriptedHandler(_ => Answers.Error(503, null), _ => Answers.Json("{}"));
        var gate = new TaskCompletionSource();
        var credentials = new ScriptedCredentials(async () =>
        {
            await gate.Task;
            return new Amazon.Runtime.ImmutableCredentials("A", "S", null);
        });
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = credentials);
        EchoRequest request = Echo.Request("before");

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, request);
        request.Prompt = "after";
        gate.SetResult();
        await call;

        Assert.Equal(2, handler.Sent.Count);
        Assert.All(handler.Sent, sent => Assert.Equal("""{"prompt":"before"}""", sent.Text));
    }

    [Fact]
    public async Task StreamAsync_RequestChangedBeforeTheEnumeration_SendsWhatItWas_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(Frames.Chunk("""{"last":true}""")));
        using BedrockClient client = TestClient.Over(handler);
        EchoRequest request = Echo.Request("before");

        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, request);
        request.Prompt = "after";
        await stream.ToResponseAsync();

        Assert.Equal("""{"prompt":"before"}""", handler.Sent[0].Text);
    }

    [Fact]
    public async Task InvokeAsync_ManyCallsAtOnce_EachSendsItsOwnBytes()
    {
        using var handler = new ScriptedHandler();
        for (int i = 0; i < 200; i++) handler.Then(sent => Answers.Json($$"""{"text":{{System.Text.Json.JsonSerializer.Serialize(sent.Text)}}}"""));
        using BedrockClient client = TestClient.Over(handler);

        string[] prompts = [.. Enumerable.Range(0, 200).Select(i => new string((char)('a' + (i % 26)), 10 + (i * 37)))];
        EchoResponse[] replies = await Task.WhenAll(prompts.Select(p => Task.Run(() => client.InvokeAsync(Echo.Model, Echo.Request(p)))));

        Assert.Equal(prompts.Select(p => $$"""{"prompt":"{{p}}"}"""), replies.Select(r => r.Text));
    }

    [Fact]
    public async Task InvokeAsync_BodyOverTheLimit_IsRefusedBeforeSending()
    {
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler);
        var request = new EchoRequest { Prompt = "small", Part = new EchoPart { Name = new string('x', 25_000_000) } };

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.InvokeAsync(Echo.Model, request));
        ArgumentException streamed = Assert.Throws<ArgumentException>(() => client.StreamAsync(Echo.Streaming, request));

        Assert.Contains("25000000", e.Message, StringComparison.Ordinal);
        Assert.Contains("$.parts.name with 25000000 bytes", e.Message, StringComparison.Ordinal);
        Assert.Contains("$.parts.name", streamed.Message, StringComparison.Ordinal);
        Assert.True(e.Message.Length < 500);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task SendRawAsync_BodyAtAndOverTheLimit_IsSentAndRefused()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);

        await client.SendRawAsync(BedrockRawRequest.InvokeModel(Echo.Id, new byte[25_000_000]));
        ArgumentException e =
            await Assert.ThrowsAsync<ArgumentException>(() => client.SendRawAsync(BedrockRawRequest.InvokeModel(Echo.Id, new byte[25_000_001])));

        Assert.Contains("25000001", e.Message, StringComparison.Ordinal);
        Assert.Single(handler.Sent);
    }

    [Theory]
    [InlineData("""{"a":[1,{"b":"long enough"}],"c":"short"}""", "$.a[1].b")]
    [InlineData("""["a",["bb","ccc"]]""", "$[1][1]")]
    [InlineData("""{"a":{},"b":[],"c":{"d":"x"}}""", "$.c.d")]
    [InlineData("\"text\"", "$ ")]
    public void Describe_LargestMember_IsNamedByItsPath(string json, string path) =>
        Assert.Contains("The largest part is " + path, LargestMember.Describe(Encoding.UTF8.GetBytes(json)), StringComparison.Ordinal);

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("""{"a":"cut""")]
    [InlineData("""{"\ud800":"abc"}""")]
    public void Describe_NoJson_IsEmpty(string json) => Assert.Equal("", LargestMember.Describe(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task InvokeAsync_NumberThatJsonLacks_IsRefusedBeforeSending(double temperature)
    {
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler);

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(
            () => client.InvokeAsync(Echo.Model, new EchoRequest { Prompt = "secret prompt", Temperature = temperature }));

        Assert.Contains("EchoRequest", e.Message, StringComparison.Ordinal);
        Assert.Contains("NaN", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret prompt", e.ToString(), StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_NullForARequiredMember_IsRefusedByName()
    {
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler);

        ArgumentException top = await Assert.ThrowsAsync<ArgumentException>(() => client.InvokeAsync(Echo.Model, Echo.Request(null!)));
        ArgumentException nested = await Assert.ThrowsAsync<ArgumentException>(
            () => client.InvokeAsync(Echo.Model, new EchoRequest { Prompt = "p", Part = new EchoPart { Name = null! } }));

        Assert.Contains("prompt", top.Message, StringComparison.Ordinal);
        Assert.Contains("name", nested.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_CheckOfTheFamily_RunsBeforeSending()
    {
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler);
        var model = new Model<EchoRequest, EchoResponse>(Echo.Id, EchoJsonContext.Default.EchoRequest, EchoJsonContext.Default.EchoResponse)
        {
            CheckRequest = r => throw new ArgumentException($"prompt {r.Prompt.Length}"),
        };

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.InvokeAsync(model, Echo.Request()));

        Assert.Equal("prompt 5", e.Message);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task AnyCall_NullArgument_IsRefused()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler());

        await Assert.ThrowsAsync<ArgumentNullException>("model", () => client.InvokeAsync((Model<EchoRequest, EchoResponse>)null!, Echo.Request()));
        await Assert.ThrowsAsync<ArgumentNullException>("request", () => client.InvokeAsync(Echo.Model, null!));
        Assert.Throws<ArgumentNullException>("model", () => client.StreamAsync((StreamingModel<EchoRequest, EchoResponse, EchoEvent>)null!, Echo.Request()));
        Assert.Throws<ArgumentNullException>("request", () => client.StreamAsync(Echo.Streaming, null!));
        await Assert.ThrowsAsync<ArgumentNullException>("request", () => client.SendRawAsync(null!));
        Assert.Throws<ArgumentNullException>("request", () => client.StreamRawAsync(null!));
    }

    [Fact]
    public async Task SendRawAsync_AnyOperation_GoesOutAsGiven()
    {
        using var handler = new ScriptedHandler(_ => Answers.Of(System.Net.HttpStatusCode.OK, [1, 2, 3], "application/octet-stream"), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);

        BedrockRawResponse raw = await client.SendRawAsync(new BedrockRawRequest
        {
            Operation = "ApplyGuardrail", Path = "/guardrail/abc/version/1/apply", Query = "a=1&b=x%2Fy", Body = "{}"u8.ToArray(),
                ContentType = "application/x-one", Accept = "application/x-two",
        });
        await client.SendRawAsync(new BedrockRawRequest { Operation = "GetAsyncInvoke", Path = "/async-invoke/x", Method = HttpMethod.Get });

        Assert.Equal("https://bedrock-runtime.us-east-1.amazonaws.com/guardrail/abc/version/1/apply?a=1&b=x%2Fy", handler.Sent[0].Uri.AbsoluteUri);
        Assert.Equal("application/x-one", handler.Sent[0].Header("Content-Type"));
        Assert.Equal("application/x-two", handler.Sent[0].Header("Accept"));
        Assert.Equal([1, 2, 3], raw.Body.ToArray());
        Assert.Equal("application/octet-stream", raw.ContentType);
        Assert.Equal(Answers.RequestId, raw.Metadata.RequestId);
        Assert.Equal(HttpMethod.Get, handler.Sent[1].Method);
        Assert.Empty(handler.Sent[1].Body);
        Assert.Null(handler.Sent[1].Header("Content-Type"));
    }

    [Theory]
    [InlineData("model/x/invoke")]
    [InlineData("")]
    [InlineData("/model/x/invoke?a=1")]
    [InlineData("/model/a b")]
    [InlineData("/model/a#b")]
    [InlineData("/model/../x")]
    [InlineData("/model/./x")]
    [InlineData("/model/%2e%2E/x")]
    [InlineData("/model/.%2e")]
    [InlineData("/model/a\\..\\..\\x")]
    [InlineData("/model/a\r\nx")]
    public async Task SendRawAsync_PathThatCouldNameAnotherRoute_IsRefused(string path)
    {
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendRawAsync(new BedrockRawRequest { Operation = "X", Path = path }));
        Assert.Empty(handler.Sent);
    }
}
