using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests;

/// <summary>The way in which typed operations other than InvokeModel are called.</summary>
public sealed class BedrockCallTests
{
    [Fact]
    public async Task CallAsync_Post_SendsBodyAndReadsResponseWithMetadata()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("""{"text":"back","count":3}"""));
        using BedrockClient client = TestClient.Over(handler);
        EchoResponse response = await client.CallAsync(Call());
        Assert.Equal("back", response.Text);
        Assert.Equal(Answers.RequestId, response.Metadata?.RequestId);
        SentRequest sent = Assert.Single(handler.Sent);
        Assert.Equal(HttpMethod.Post, sent.Method);
        Assert.Equal("/model/a%3Ab/echo", sent.Uri.AbsolutePath);
        Assert.Equal("application/json", sent.Headers["Accept"]);
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
        Assert.Equal("""{"prompt":"hello"}""", Encoding.UTF8.GetString(sent.Body));
    }

    [Fact]
    public async Task CallAsync_GetWithoutTypeInfo_SendsNoBody()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);
        await client.CallAsync(new BedrockCall<EchoRequest, EchoResponse>
        {
            Operation = "ReadEcho",
            Method = HttpMethod.Get,
            Path = "/echo",
            Query = "maxResults=3",
            Request = Echo.Request(),
            ResponseTypeInfo = EchoJsonContext.Default.EchoResponse,
        });
        SentRequest sent = Assert.Single(handler.Sent);
        Assert.Equal(HttpMethod.Get, sent.Method);
        Assert.Equal("?maxResults=3", sent.Uri.Query);
        Assert.Empty(sent.Body);
        Assert.False(sent.Headers.ContainsKey("Content-Type"));
    }

    [Theory]
    [InlineData("guardrail", "GuardrailId")]
    [InlineData("trace", "GuardrailTrace")]
    [InlineData("latency", "PerformanceLatency")]
    [InlineData("tier", "ServiceTier")]
    [InlineData("metadata", "RequestMetadata")]
    public async Task CallAsync_OptionWithoutAPlace_IsRefusedByName(string setting, string member)
    {
        var options = new InvokeOptions();
        switch (setting)
        {
            case "guardrail": (options.GuardrailId, options.GuardrailVersion) = ("g", "1"); break;
            case "trace": options.GuardrailTrace = BedrockGuardrailTrace.Enabled; break;
            case "latency": options.PerformanceLatency = BedrockPerformanceLatency.Optimized; break;
            case "tier": options.ServiceTier = BedrockServiceTier.Flex; break;
            default: options.RequestMetadata["team"] = "search"; break;
        }

        var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler);
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(Call(), options));
        Assert.Contains(member, e.Message, StringComparison.Ordinal);
        Assert.Contains("WriteEcho", e.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task CallAsync_OptionWithAPlace_GoesIntoTheBodyAndNotIntoAHeader()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);
        await client.CallAsync(
            Call((request, options) => new EchoRequest { Prompt = $"{request.Prompt} {options.ServiceTier}" }),
            new InvokeOptions { ServiceTier = BedrockServiceTier.Flex, Headers = { ["x-own"] = "1" } });
        SentRequest sent = Assert.Single(handler.Sent);
        Assert.Equal("""{"prompt":"hello flex"}""", Encoding.UTF8.GetString(sent.Body));
        Assert.Equal("1", sent.Headers["x-own"]);
        Assert.DoesNotContain(sent.Headers.Keys, k => k.StartsWith("X-Amzn-Bedrock", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("no-slash")]
    [InlineData("/a?b=c")]
    [InlineData("/a/%2e%2e/b")]
    public async Task CallAsync_BadPath_IsRefused(string path)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler());
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new BedrockCall<EchoRequest, EchoResponse>
        {
            Operation = "WriteEcho",
            Path = path,
            Request = Echo.Request(),
            ResponseTypeInfo = EchoJsonContext.Default.EchoResponse,
        }));
        Assert.Contains("BedrockCall.Path", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallAsync_CheckRequest_RunsOnWhatIsSent()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler());
        var call = new BedrockCall<EchoRequest, EchoResponse>
        {
            Operation = "WriteEcho",
            Path = "/echo",
            Request = Echo.Request(),
            RequestTypeInfo = EchoJsonContext.Default.EchoRequest,
            ResponseTypeInfo = EchoJsonContext.Default.EchoResponse,
            ApplyOptions = static (request, options) => new EchoRequest { Prompt = "changed" },
            CheckRequest = static request => throw new ArgumentException("checked " + request.Prompt),
        };
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(call, new InvokeOptions { ServiceTier = "flex" }));
        Assert.Equal("checked changed", e.Message);
    }

    [Fact]
    public async Task CallStreamAsync_Frames_BecomeEventsUntilTheBodyEnds()
    {
        var handler = new ScriptedHandler(
            _ => Answers.Stream(Frame("say", """{"text":"a"}"""), Frame("noise", "{}"), Frame("end", "{}"), Frame("say", """{"text":"b"}""")));
        using BedrockClient client = TestClient.Over(handler);
        BedrockStream<EchoEvent, EchoResponse> stream = client.CallStreamAsync(StreamingCall());
        List<EchoEvent> events = await TestClient.ToListAsync(stream);
        Assert.Equal(["a", null, "b"], events.Select(e => e.Text));
        Assert.Equal(1, stream.Metadata?.SkippedEvents);
        Assert.Equal("application/vnd.amazon.eventstream", handler.Sent[0].Headers["Accept"]);
    }

    [Fact]
    public async Task CallStreamAsync_Metrics_StandInTheMetadata()
    {
        var handler = new ScriptedHandler(_ => Answers.Stream(Frame("say", """{"text":"abc"}"""), Frame("end", "{}")));
        using BedrockClient client = TestClient.Over(handler);
        EchoResponse response = await client.CallStreamAsync(StreamingCall()).ToResponseAsync();
        Assert.Equal("abc", response.Text);
        Assert.Equal(3, response.Metadata?.OutputTokens);
    }

    [Fact]
    public async Task CallStreamAsync_NoEndMark_IsIncomplete()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(Frame("say", """{"text":"a"}"""))));
        BedrockIncompleteStreamException e =
            await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => client.CallStreamAsync(StreamingCall()).ToResponseAsync());
        Assert.Equal("StreamEcho", e.Operation);
    }

    [Fact]
    public async Task CallStreamAsync_MalformedEvent_IsAProtocolErrorWithItsPlace()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(Frame("say", """{"text":12}"""))));
        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(() => client.CallStreamAsync(StreamingCall()).ToResponseAsync());
        Assert.Equal("$.text", e.JsonPath);
        Assert.NotNull(e.ByteOffset);
    }

    private static BedrockCall<EchoRequest, EchoResponse> Call(Func<EchoRequest, InvokeOptions, EchoRequest>? apply = null) => new()
    {
        Operation = "WriteEcho",
        Path = "/model/a%3Ab/echo",
        ModelId = "a:b",
        Request = Echo.Request(),
        RequestTypeInfo = EchoJsonContext.Default.EchoRequest,
        ResponseTypeInfo = EchoJsonContext.Default.EchoResponse,
        ApplyOptions = apply,
    };

    private static BedrockStreamingCall<EchoRequest, EchoEvent, EchoResponse> StreamingCall() => new()
    {
        Operation = "StreamEcho",
        Path = "/model/a/echo-stream",
        Request = Echo.Request(),
        RequestTypeInfo = EchoJsonContext.Default.EchoRequest,
        ReadEvent = static (type, payload) =>
            type.SequenceEqual("noise"u8) ? null
            : type.SequenceEqual("end"u8) ? new EchoEvent { IsLast = true }
            : JsonSerializer.Deserialize(payload, EchoJsonContext.Default.EchoEvent),
        IsEnd = static e => e.IsLast,
        CreateFold = static () => new EchoFold(),
        ReadMetrics = static e => e.Text is { } text ? new BedrockInvocationMetrics { OutputTokenCount = text.Length } : null,
    };

    private static byte[] Frame(string type, string payload) =>
        Frames.Of(payload, (":event-type", type), (":content-type", "application/json"), (":message-type", "event"));
}
