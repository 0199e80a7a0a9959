using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.Claude;

public sealed class ClaudeResponseTests
{
    private const string ToolAnswer = """
        {
          "id": "msg_bdrk_1", "type": "message", "role": "assistant", "model": "claude-sonnet-4-5-20250929",
          "content": [
            {"type": "thinking", "thinking": "Which city?", "signature": "c2ln"},
            {"type": "text", "text": "I will "},
            {"type": "text", "text": "look.", "citations": [{"type": "page_location", "cited_text": "p", "document_index": 0, "document_title": null, "start_page_number": 2, "end_page_number": 3}]},
            {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {"city": "Paris", "unit": null}},
            {"type": "tool_use", "id": "toolu_2", "name": "weather", "input": {"city": "Rome"}}
          ],
          "stop_reason": "tool_use", "stop_sequence": null,
          "usage": {"input_tokens": 28.0, "output_tokens": 9, "cache_creation_input_tokens": 1, "cache_read_input_tokens": 2,
            "cache_creation": {"ephemeral_5m_input_tokens": 3, "ephemeral_1h_input_tokens": 4},
            "output_tokens_details": {"thinking_tokens": 5}, "server_tool_use": {"web_search_requests": 0}, "service_tier": "standard", "inference_geo": "us"}
        }
        """;

    [Fact]
    public void Read_ToolAnswer_GivesEveryMember()
    {
        ClaudeResponse response = ClaudeTestData.RoundTrip<ClaudeResponse>(ToolAnswer);

        Assert.Equal("msg_bdrk_1", response.Id);
        Assert.Equal("message", response.Type);
        Assert.Equal(ClaudeRole.Assistant, response.Role);
        Assert.Equal("claude-sonnet-4-5-20250929", response.Model);
        Assert.Equal("I will look.", response.Text);
        Assert.Equal(["Paris", "Rome"], response.ToolCalls.Select(use => use.Input.GetProperty("city").GetString()));
        Assert.Equal(ClaudeStopReason.ToolUse, response.StopReason);
        Assert.Null(response.StopSequence);
        Assert.Equal((28, 9, 1, 2),
            (response.Usage!.InputTokens, response.Usage.OutputTokens, response.Usage.CacheCreationInputTokens, response.Usage.CacheReadInputTokens));
        Assert.Equal((3, 4), (response.Usage.CacheCreation!.Ephemeral5mInputTokens, response.Usage.CacheCreation.Ephemeral1hInputTokens));
        Assert.Equal(5, response.Usage.OutputTokensDetails!.Value.GetProperty("thinking_tokens").GetInt32());
        Assert.Equal(("standard", "us"), (response.Usage.ServiceTier, response.Usage.InferenceGeo));
        var citation = Assert.IsType<ClaudePageLocationCitation>(((ClaudeTextBlock)response.Content[2]).Citations![0]);
        Assert.Equal((0, 2, 3, "p"), (citation.DocumentIndex, citation.StartPageNumber, citation.EndPageNumber, citation.CitedText));
    }

    [Fact]
    public void ToMessage_ToolAnswer_GoesBackUnchanged()
    {
        ClaudeMessage message = BedrockJson.Deserialize<ClaudeResponse>(ToolAnswer).ToMessage();

        using JsonDocument answer = JsonDocument.Parse(ToolAnswer);
        Conformance.EqualJson.Check(
            $$"""{"role":"assistant","content":{{answer.RootElement.GetProperty("content")}}}""",
            BedrockJson.Serialize(message),
            ClaudeTestData.FreeMembers);
    }

    [Fact]
    public void Read_Guardrail_GivesActionAndTrace()
    {
        ClaudeResponse response = ClaudeTestData.RoundTrip<ClaudeResponse>(
            """{"content":[],"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{"guardrail":{"input":{}}},"usage":{"input_tokens":null}}""");

        Assert.Equal(BedrockGuardrailAction.Intervened, response.GuardrailAction);
        Assert.True(response.GuardrailTrace!.Value.TryGetProperty("guardrail", out _));
        Assert.Null(response.Usage!.InputTokens);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"content":null,"usage":null,"role":null,"stop_reason":null,"stop_details":null,"context_management":null}""")]
    public void Read_NothingThere_IsEmptyAndNotNull(string json)
    {
        ClaudeResponse response = BedrockJson.Deserialize<ClaudeResponse>(json);

        Assert.Empty(response.Content);
        Assert.Equal(string.Empty, response.Text);
        Assert.Empty(response.ToolCalls);
        Assert.Null(response.StopReason);
        Assert.Equal(ClaudeRole.Assistant, response.ToMessage().Role);
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives()
    {
        ClaudeResponse response = ClaudeTestData.RoundTrip<ClaudeResponse>("""
            {
              "id": "1", "new": {"a": 1}, "content": [{"type": "poem", "lines": [null]}, {"type": "text", "text": "a", "new": 1, "citations": [{"type": "moon", "cited_text": "x"}]}],
              "stop_reason": "bored", "stop_details": {"type": "boredom", "new": 1},
              "usage": {"input_tokens": 1, "new": 2, "cache_creation": {"ephemeral_1d_input_tokens": 3}, "iterations": [{"type": "dream", "input_tokens": 1, "new": 1}]},
              "context_management": {"applied_edits": [{"type": "clear_images", "cleared_images": 1}], "new": 1}
            }
            """);

        Assert.Equal("bored", response.StopReason!.Value.Value);
        var block = Assert.IsType<ClaudeUnknownBlock>(response.Content[0]);
        Assert.Equal("poem", block.Type);
        Assert.Equal("""{"type":"poem","lines":[null]}""", BedrockJson.Serialize<ClaudeContentBlock>(block)
            .Replace(" ", string.Empty, StringComparison.Ordinal));
        var citation = Assert.IsType<ClaudeUnknownCitation>(((ClaudeTextBlock)response.Content[1]).Citations![0]);
        Assert.Equal(("moon", "x"), (citation.Type, citation.CitedText));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"content":"text"}""")]
    [InlineData("""{"content":[{"type":"text","text":{}}]}""")]
    [InlineData("""{"usage":{"input_tokens":"x"}}""")]
    [InlineData("""{"usage":{"input_tokens":1.5}}""")]
    [InlineData("""{"stop_reason":7}""")]
    [InlineData("""{"content":[""")]
    public void Read_Malformed_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ClaudeResponse>(json));
}
