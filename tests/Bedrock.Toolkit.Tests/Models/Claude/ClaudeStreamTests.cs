using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.Claude;

public sealed class ClaudeStreamTests
{
    private const string Start =
        """{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"usage":{"input_tokens":10,"cache_read_input_tokens":3,"output_tokens":1,"new":1}}}""";

    [Theory]
    [InlineData("message_start", typeof(ClaudeMessageStartEvent))]
    [InlineData("content_block_start", typeof(ClaudeContentBlockStartEvent))]
    [InlineData("content_block_delta", typeof(ClaudeContentBlockDeltaEvent))]
    [InlineData("content_block_stop", typeof(ClaudeContentBlockStopEvent))]
    [InlineData("message_delta", typeof(ClaudeMessageDeltaEvent))]
    [InlineData("message_stop", typeof(ClaudeMessageStopEvent))]
    [InlineData("ping", typeof(ClaudePingEvent))]
    [InlineData("error", typeof(ClaudeErrorEvent))]
    [InlineData("brand_new", typeof(ClaudeUnknownStreamEvent))]
    public void Read_ByType_GivesTheVariantAndKeepsTheRest(string type, Type variant)
    {
        ClaudeStreamEvent streamEvent = BedrockJson.Deserialize<ClaudeStreamEvent>(
            $$$"""{"index":0.0,"new":{"x":null},"type":"{{{type}}}","amazon-bedrock-invocationMetrics":{"inputTokenCount":1,"new":2}}""");

        Assert.IsType(variant, streamEvent);
        Assert.Equal(type, streamEvent.Type);
        Assert.Equal(1, streamEvent.InvocationMetrics!.InputTokenCount);
        Assert.True(streamEvent.IsServiceEnd);
        using JsonDocument written = JsonDocument.Parse(BedrockJson.Serialize(streamEvent));
        Assert.Equal(JsonValueKind.Null, written.RootElement.GetProperty("new").GetProperty("x").ValueKind);
        Assert.Equal(2, written.RootElement.GetProperty("amazon-bedrock-invocationMetrics").GetProperty("new").GetInt32());
    }

    [Theory]
    [InlineData("text_delta", typeof(ClaudeTextDelta))]
    [InlineData("input_json_delta", typeof(ClaudeInputJsonDelta))]
    [InlineData("thinking_delta", typeof(ClaudeThinkingDelta))]
    [InlineData("signature_delta", typeof(ClaudeSignatureDelta))]
    [InlineData("citations_delta", typeof(ClaudeCitationsDelta))]
    [InlineData("compaction_delta", typeof(ClaudeCompactionDelta))]
    [InlineData("brand_new_delta", typeof(ClaudeUnknownDelta))]
    public void Read_Delta_GivesTheVariantAndKeepsTheRest(string type, Type variant)
    {
        ClaudeContentDelta delta = BedrockJson.Deserialize<ClaudeContentDelta>($$"""{"new":1,"type":"{{type}}"}""");

        Assert.IsType(variant, delta);
        Assert.Equal(type, delta.Type);
        using JsonDocument written = JsonDocument.Parse(BedrockJson.Serialize(delta));
        Assert.Equal(1, written.RootElement.GetProperty("new").GetInt32());
    }

    [Fact]
    public void Text_TextDeltaOnly_IsThePiece()
    {
        List<ClaudeStreamEvent> events = ClaudeTestData.Events(
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"hi"}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}}""",
            """{"type":"ping"}""");

        Assert.Equal(["hi", null, null], events.Select(e => e.Text));
    }

    [Theory]
    [InlineData("""{"type":"message_stop"}""", true)]
    [InlineData("""{"type":"content_block_delta","amazon-bedrock-guardrailAction":"INTERVENED"}""", false)] // a masked stream goes on
    [InlineData("""{"type":"content_block_delta","amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    [InlineData("""{"type":"brand_new","amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"type":"content_block_delta","amazon-bedrock-guardrailAction":"NONE"}""", false)]
    [InlineData("""{"type":"message_delta","delta":{"stop_reason":"end_turn"}}""", false)]
    [InlineData("\"[DONE]\"", false)]
    public void IsEnd_AnyEvent_OnlyTheEndMarkEnds(string json, bool isEnd) =>
        Assert.Equal(isEnd, ClaudeModels.Sonnet45.IsEnd(BedrockJson.Deserialize<ClaudeStreamEvent>(json)));

    [Theory]
    [InlineData("""{"type":"content_block_start","index":"x"}""")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":7}}""")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":""")]
    public void Read_Malformed_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ClaudeStreamEvent>(json));

    [Fact]
    public void Fold_EveryKindOfBlock_GivesTheWholeResponse()
    {
        List<ClaudeStreamEvent> events = ClaudeTestData.Events(
            Start,
            """{"type":"ping"}""",
            """{"type":"content_block_start","index":0,"content_block":{"type":"compaction","content":""}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"compaction_delta","content":"Before.","encrypted_content":"ZQ=="}}""",
            """{"type":"content_block_start","index":1,"content_block":{"type":"thinking","thinking":""}}""",
            """{"type":"content_block_delta","index":1,"delta":{"type":"thinking_delta","thinking":"Let me "}}""",
            """{"type":"content_block_delta","index":1,"delta":{"type":"thinking_delta","thinking":"see."}}""",
            """{"type":"content_block_delta","index":1,"delta":{"type":"signature_delta","signature":"c2ln"}}""",
            """{"type":"content_block_start","index":3,"content_block":{"type":"tool_use","id":"t1","name":"a","input":{}}}""",
            """{"type":"content_block_start","index":2,"content_block":{"type":"text","text":"","new":1}}""",
            """{"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"Hel"}}""",
            """{"type":"content_block_delta","index":3,"delta":{"type":"input_json_delta","partial_json":""}}""",
            """{"type":"content_block_delta","index":3,"delta":{"type":"input_json_delta","partial_json":"{\"a\":"}}""",
            """{"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"lo"}}""",
            """{"type":"content_block_delta","index":2,"delta":{"type":"citations_delta","citation":{"type":"char_location","cited_text":"x"}}}""",
            """{"type":"content_block_delta","index":3,"delta":{"type":"input_json_delta","partial_json":"null}"}}""",
            """{"type":"content_block_stop","index":2}""",
            """{"type":"content_block_stop","index":3}""",
            """{"type":"content_block_start","index":4,"content_block":{"type":"tool_use","id":"t2","name":"b","input":{}}}""",
            """{"type":"content_block_delta","index":4,"delta":{"type":"input_json_delta","partial_json":""}}""",
            """{"type":"content_block_start","index":5,"content_block":{"type":"poem","lines":[]}}""",
            """{"type":"content_block_delta","index":5,"delta":{"type":"poem_delta","line":"x"}}""",
            """{"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null,"container":{"id":"c"}},"usage":{"output_tokens":9,"iterations":[{"type":"message","output_tokens":9}]},"context_management":{"applied_edits":[]},"extra":1}""",
            """{"type":"message_stop","amazon-bedrock-guardrailAction":"NONE","late":2}""");

        ClaudeResponse response = ClaudeTestData.Fold(events);

        Conformance.EqualJson.Check(
            """
            {
              "id": "msg_1", "type": "message", "role": "assistant", "model": "m",
              "content": [
                {"type": "compaction", "content": "Before.", "encrypted_content": "ZQ=="},
                {"type": "thinking", "thinking": "Let me see.", "signature": "c2ln"},
                {"type": "text", "text": "Hello", "citations": [{"type": "char_location", "cited_text": "x"}], "new": 1},
                {"type": "tool_use", "id": "t1", "name": "a", "input": {"a": null}},
                {"type": "tool_use", "id": "t2", "name": "b", "input": {}},
                {"type": "poem", "lines": []}
              ],
              "stop_reason": "tool_use",
              "usage": {"input_tokens": 10, "cache_read_input_tokens": 3, "output_tokens": 9, "iterations": [{"type": "message", "output_tokens": 9}], "new": 1},
              "context_management": {"applied_edits": []},
              "amazon-bedrock-guardrailAction": "NONE",
              "container": {"id": "c"}, "extra": 1, "late": 2
            }
            """,
            BedrockJson.Serialize(response),
            ClaudeTestData.FreeMembers);
        Assert.Equal(string.Empty, ((ClaudeTextBlock)((ClaudeContentBlockStartEvent)events[9]).ContentBlock!).Text);
    }

    [Fact]
    public void Fold_InputIsNoJson_KeepsTheRawTextAsAString()
    {
        ClaudeResponse response = ClaudeTestData.Fold(ClaudeTestData.Events(
            Start,
            """{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"a","input":{}}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"city\": \"Par"}}""",
            """{"type":"content_block_stop","index":0}"""));

        Assert.Equal("{\"city\": \"Par", response.ToolCalls[0].Input.GetString());
    }

    [Fact]
    public void Fold_CutShort_NeverInventsAStopReason()
    {
        ClaudeResponse response =
            ClaudeTestData.Fold(ClaudeTestData.Events(Start, """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"no start"}}"""));

        Assert.Null(response.StopReason);
        Assert.Equal("no start", response.Text);
        Assert.Equal(10, response.Usage!.InputTokens);
    }

    [Fact]
    public void Fold_NoEvents_IsEmpty() => Assert.Equal("""{"content":[]}""", BedrockJson.Serialize(ClaudeTestData.Fold([])));

    [Fact]
    public void Fold_GuardrailSteppedIn_StaysSo()
    {
        ClaudeResponse response = ClaudeTestData.Fold(ClaudeTestData.Events(
            Start,
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"x"},"amazon-bedrock-guardrailAction":"INTERVENED"}""",
            """{"type":"message_stop","amazon-bedrock-guardrailAction":"NONE","amazon-bedrock-trace":{"guardrail":{}}}"""));

        Assert.Equal(BedrockGuardrailAction.Intervened, response.GuardrailAction);
        Assert.NotNull(response.GuardrailTrace);
    }

    [Fact]
    public void ToResponse_Twice_GivesIndependentObjects()
    {
        IStreamFold<ClaudeStreamEvent, ClaudeResponse> fold = ClaudeModels.Sonnet45.CreateFold();
        foreach (ClaudeStreamEvent streamEvent in ClaudeTestData.Events(Start,
            """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":"a"}}"""))
        {
            fold.Add(streamEvent);
        }

        ClaudeResponse first = fold.ToResponse();
        ((ClaudeTextBlock)first.Content[0]).Text = "changed";
        first.Usage!.InputTokens = 99;
        ClaudeResponse second = fold.ToResponse();

        Assert.Equal("a", second.Text);
        Assert.Equal(10, second.Usage!.InputTokens);
    }
}
