using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Converse;

public sealed class ConverseWireTests
{
    // No model takes all members at once; of this one nothing is known.
    private const string Opaque = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc";

    [Fact]
    public async Task Call_Minimal_MatchesSnapshot() => Snapshot.Match(await HttpTextAsync(ConverseRequest.For("Why is the sky blue? <\"é\">", 200)));

    [Fact]
    public async Task Call_EveryMember_MatchesSnapshot() => Snapshot.Match(await HttpTextAsync(Sendable(), Opaque));

    [Fact]
    public async Task Call_EveryMember_MatchesSnapshot_Streaming()
    {
        var handler = new ScriptedHandler(_ => Answers.Stream(ConverseTestData.Frame("messageStop", """{"stopReason":"end_turn"}""")));
        using BedrockClient client = TestClient.Over(handler);
        await client.ConverseStreamAsync(Opaque, Sendable()).ToResponseAsync();
        SentRequest sent = Assert.Single(handler.Sent);
        Snapshot.Match($"{sent.Method} {sent.Uri.PathAndQuery}\naccept: {sent.Header("Accept")}\ncontent-type: {sent.Header("Content-Type")}\n\n{sent.Text}");
    }

    [Fact]
    public void Read_EveryMember_GivesEqualJson()
    {
        string json = ConverseTestData.Body(ConverseTestData.Full());

        ConverseRequest read = ConverseTestData.RoundTrip<ConverseRequest>(json);

        Assert.Equal(json, BedrockJson.Serialize(read));
    }

    [Fact]
    public void Write_WithoutMessages_LeavesThemOut() =>
        Assert.Equal("""{"promptVariables":{"a":{"text":"b"}}}""",
            ConverseTestData.Body(new ConverseRequest { PromptVariables = new Dictionary<string, PromptVariableValues> { ["a"] = "b" } }));

    [Fact]
    public void Read_UnknownEverywhere_IsKept()
    {
        const string json = """
            {"messages":[{"role":"narrator","new":1,"content":[{"text":"a","new":{"x":null}},{"brandNew":{"x":null}},
            {"image":{"format":"avif","source":{"url":"https://example.com"},"new":[]}},{"toolResult":{"toolUseId":"t","content":[{"brandNew":1}],"status":"maybe"}},
            {"reasoningContent":{"brandNew":"x"}},{"guardContent":{"brandNew":1}}]}],
            "system":[{"brandNew":1}],"toolConfig":{"tools":[{"brandNew":{}}],"toolChoice":{"brandNew":{}},"new":true},"newMember":{"x":null},
            "outputConfig":{"textFormat":{"type":"xml","structure":{"brandNew":1}}},"inferenceConfig":{"topK":5}}
            """;

        ConverseRequest request = ConverseTestData.RoundTrip<ConverseRequest>(json);

        Assert.IsType<UnknownContentBlock>(request.Messages[0].Content[1]);
        Assert.Equal("narrator", request.Messages[0].Role.ToString());
        Assert.Equal(JsonValueKind.Null, ((TextBlock)request.Messages[0].Content[0]).AdditionalProperties!["new"].GetProperty("x").ValueKind);
        Assert.IsType<UnknownTool>(request.ToolConfig!.Tools[0]);
    }

    [Fact]
    public void Read_ResponseWithUnknowns_IsKept()
    {
        ConverseResponse response = ConverseTestData.RoundTrip<ConverseResponse>("""
            {"output":{"message":{"role":"assistant","content":[{"text":"hi"},{"hologram":{"x":null}}]}},"stopReason":"bored","usage":{"inputTokens":28.0,"outputTokens":1,"totalTokens":29,
            "serverToolUsage":{},"cacheDetails":[{"ttl":"2h","inputTokens":3,"new":1}]},"metrics":{"latencyMs":5000000000,"new":1},"trace":{"promptRouter":{"invokedModelId":"arn"},"new":1},"new":1}
            """);

        Assert.Equal("hi", response.Text);
        Assert.Equal("bored", response.StopReason.ToString());
        Assert.Equal(28, response.TokenUsage!.InputTokens);
        Assert.Equal("2h", response.TokenUsage.CacheDetails![0].Ttl.ToString());
        Assert.Equal(5_000_000_000, response.Metrics!.LatencyMs);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"output":{"memo":{"x":1}},"stopReason":"end_turn"}""")]
    [InlineData("""{"output":{"message":null},"usage":null,"metrics":null,"trace":null,"stopReason":null}""")]
    public void Read_ResponseWithoutTheExpected_IsReadAllTheSame(string json)
    {
        ConverseResponse response = BedrockJson.Deserialize<ConverseResponse>(json);

        Assert.Equal("", response.Text);
        Assert.Empty(response.ToolCalls);
        Assert.Equal(ConversationRole.Assistant, response.Message.Role);
        Assert.Null(response.TokenUsage);
        Assert.Null(response.ReasoningText);
    }

    [Theory]
    [InlineData("""{"output":{"message":{"content":5}}}""", "$.output")]
    [InlineData("""{"output":{"message":{"content":[{"text":5}]}}}""", "$.output.message.content[0].text")]
    [InlineData("""{"usage":{"inputTokens":"many"}}""", "$.usage.inputTokens")]
    [InlineData("""{"stopReason":5}""", "$.stopReason")]
    public async Task Call_MalformedAnswer_IsAProtocolErrorWithItsPlace(string body, string path)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(body)));

        BedrockProtocolException e =
            await Assert.ThrowsAsync<BedrockProtocolException>(() => client.ConverseAsync(ConverseTestData.Model, ConverseRequest.For("a")));

        Assert.StartsWith(path, e.JsonPath, StringComparison.Ordinal);
        Assert.Equal("Converse", e.Operation);
        Assert.DoesNotContain("many", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_EmptyAnswer_IsAProtocolError()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json("")));

        await Assert.ThrowsAsync<BedrockProtocolException>(() => client.ConverseAsync(ConverseTestData.Model, ConverseRequest.For("a")));
    }

    private static ConverseRequest Sendable() => ConverseTestData.Full();

    private static async Task<string> HttpTextAsync(ConverseRequest request, string model = ConverseTestData.Model)
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);
        await client.ConverseAsync(model, request);
        SentRequest sent = Assert.Single(handler.Sent);
        Assert.Equal(sent.Text, BedrockJson.Serialize(request));
        return $"{sent.Method} {sent.Uri.PathAndQuery}\naccept: {sent.Header("Accept")}\ncontent-type: {sent.Header("Content-Type")}\n\n{sent.Text}";
    }
}
