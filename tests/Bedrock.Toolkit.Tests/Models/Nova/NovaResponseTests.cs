using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Nova;

public sealed class NovaResponseTests
{
    private const string ToolAnswer = """
        {
          "output": {"message": {"role": "assistant", "content": [
            {"reasoningContent": {"reasoningText": {"text": "[REDACTED]", "signature": "c2ln"}}},
            {"text": "I will "}, {"text": "look."},
            {"toolUse": {"toolUseId": "t1", "name": "weather", "input": {"city": "Paris", "unit": null}}},
            {"toolResult": {"toolUseId": "t0", "type": "nova_code_interpreter_result", "status": "success", "content": [{"json": {"stdOut": "2", "stdErr": "", "exitCode": 0, "isError": false}}]}},
            {"image": {"format": "png", "source": {"bytes": "AQID"}}}
          ]}},
          "stopReason": "tool_use",
          "usage": {"inputTokens": 28.0, "outputTokens": 9, "totalTokens": 37, "cacheReadInputTokenCount": 5, "cacheWriteInputTokenCount": 6},
          "metrics": {"latencyMs": 930}
        }
        """;

    [Fact]
    public void Read_ToolAnswer_GivesEveryMember()
    {
        NovaResponse response = FamilyWire.RoundTrip<NovaResponse>(ToolAnswer, "input");

        Assert.Equal(NovaRole.Assistant, response.Output!.Message!.Role);
        Assert.Equal("I will look.", response.Text);
        NovaToolUse use = Assert.Single(response.ToolCalls);
        Assert.Equal(("t1", "weather", "Paris"), (use.ToolUseId, use.Name, use.Input.GetProperty("city").GetString()));
        Assert.Equal(NovaStopReason.ToolUse, response.StopReason);
        Assert.Equal(930, response.Metrics!.LatencyMs);
        Assert.Equal("c2ln", ((NovaReasoningBlock)response.Content[0]).ReasoningContent!.ReasoningText!.Signature);
        Assert.Equal(0, ((NovaJsonBlock)((NovaToolResultBlock)response.Content[4]).ToolResult!.Content[0]).Json.GetProperty("exitCode").GetInt32());
        Assert.Equal([1, 2, 3], ((NovaImageBlock)response.Content[5]).Image!.Source!.Bytes!.Value.ToArray());
        TokenUsage usage = response.TokenUsage!;
        Assert.Equal((28, 9, 37, 5, 6), (usage.InputTokens, usage.OutputTokens, usage.TotalTokens, usage.CacheReadInputTokens, usage.CacheWriteInputTokens));
    }

    [Fact]
    public void ToMessage_ToolAnswer_GoesBackUnchanged()
    {
        NovaMessage message = BedrockJson.Deserialize<NovaResponse>(ToolAnswer).ToMessage();

        Conformance.EqualJson.Check(
            FamilyWire.Json(ToolAnswer).GetProperty("output").GetProperty("message").GetRawText(), BedrockJson.Serialize(message), "input");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"output":null,"stopReason":null,"usage":null,"metrics":null}""")]
    [InlineData("""{"output":{"message":{"content":null}}}""")]
    public void Read_NothingThere_IsEmptyAndNotNull(string json)
    {
        NovaResponse response = BedrockJson.Deserialize<NovaResponse>(json);

        Assert.Empty(response.Content);
        Assert.Equal(string.Empty, response.Text);
        Assert.Empty(response.ToolCalls);
        Assert.Null(response.StopReason);
        Assert.Null(response.TokenUsage);
        Assert.Equal(NovaRole.Assistant, response.ToMessage().Role);
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives()
    {
        NovaResponse response = FamilyWire.RoundTrip<NovaResponse>("""
            {"new": 1, "output": {"new": 2, "message": {"new": 3, "role": "chorus", "content": [{"poem": {"lines": [null]}}, {"text": "a", "new": 4}]}},
             "stopReason": "bored", "usage": {"inputTokens": 1, "new": 5}, "metrics": {"new": 6},
             "amazon-bedrock-guardrailAction": "INTERVENED", "amazon-bedrock-trace": {"guardrail": {}}}
            """);

        Assert.Equal("bored", response.StopReason!.Value.Value);
        var block = Assert.IsType<NovaUnknownBlock>(response.Content[0]);
        Assert.Equal("""{"poem":{"lines":[null]}}""", BedrockJson.Serialize<NovaContentBlock>(block).Replace(" ", string.Empty, StringComparison.Ordinal));
        Assert.Equal(BedrockGuardrailAction.Intervened, response.GuardrailAction);
        Assert.Equal(3, response.ToMessage().AdditionalProperties!["new"].GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"output":[]}""")]
    [InlineData("""{"output":{"message":{"content":"text"}}}""")]
    [InlineData("""{"output":{"message":{"content":[{"text":{}}]}}}""")]
    [InlineData("""{"usage":{"inputTokens":1.5}}""")]
    [InlineData("""{"stopReason":7}""")]
    [InlineData("""{"output":{"message":""")]
    public void Read_Malformed_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<NovaResponse>(json));
}
