using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Nova;

public sealed class NovaStreamTests
{
    private static readonly string[] Answer =
    [
        """{"messageStart":{"role":"assistant","new":1}}""",
        """{"contentBlockDelta":{"delta":{"reasoningContent":{"text":"[REDA"}},"contentBlockIndex":0}}""",
        """{"contentBlockStop":{"contentBlockIndex":0}}""",
        """{"contentBlockDelta":{"delta":{"reasoningContent":{"text":"CTED]","signature":"c2ln"}},"contentBlockIndex":1}}""",
        """{"contentBlockDelta":{"delta":{"text":"Let me"},"contentBlockIndex":2.0}}""",
        """{"contentBlockStop":{"contentBlockIndex":2}}""",
        """{"contentBlockDelta":{"delta":{"text":" look."},"contentBlockIndex":3}}""",
        """{"contentBlockDelta":{"delta":{"text":""},"contentBlockIndex":4}}""",
        """{"contentBlockStart":{"start":{"toolUse":{"toolUseId":"t2","name":"b"}},"contentBlockIndex":9}}""",
        """{"contentBlockStart":{"start":{"toolUse":{"toolUseId":"t1","name":"a","type":"server"}},"contentBlockIndex":6}}""",
        """{"contentBlockDelta":{"delta":{"toolUse":{"input":"{\"a\":"}},"contentBlockIndex":6}}""",
        """{"contentBlockDelta":{"delta":{"toolUse":{"input":"null}"}},"contentBlockIndex":6}}""",
        """{"contentBlockStart":{"start":{"toolResult":{"toolUseId":"t0","type":"nova_code_interpreter_result","status":"success"}},"contentBlockIndex":11}}""",
        """{"contentBlockDelta":{"delta":{"toolResult":[{"json":{"exitCode":0}}]},"contentBlockIndex":11}}""",
        """{"contentBlockStart":{"start":{"poem":{"lines":2}},"contentBlockIndex":12}}""",
        """{"contentBlockDelta":{"delta":{"poem":{"line":"x"}},"contentBlockIndex":12}}""",
        """{"brandNew":{"x":1}}""",
        """{"messageStop":{"stopReason":"tool_use","late":2}}""",
        """{"metadata":{"usage":{"inputTokens":10,"outputTokens":9,"cacheReadInputTokenCount":3,"cacheWriteInputTokenCount":0,"new":1},"metrics":{},"trace":{}},"amazon-bedrock-invocationMetrics":{"inputTokenCount":10}}""",
    ];

    // Cut and split at every byte: one event of each kind is enough.
    private static readonly string[] Short = [Answer[0], Answer[1], Answer[4], Answer[5], Answer[9], Answer[10], Answer[11], Answer[17], Answer[18]];

    [Theory]
    [InlineData("messageStart", typeof(NovaMessageStartEvent))]
    [InlineData("contentBlockStart", typeof(NovaContentBlockStartEvent))]
    [InlineData("contentBlockDelta", typeof(NovaContentBlockDeltaEvent))]
    [InlineData("contentBlockStop", typeof(NovaContentBlockStopEvent))]
    [InlineData("messageStop", typeof(NovaMessageStopEvent))]
    [InlineData("metadata", typeof(NovaMetadataEvent))]
    [InlineData("brandNew", typeof(NovaUnknownStreamEvent))]
    public void Read_ByKey_GivesTheVariantAndKeepsTheRest(string key, Type variant)
    {
        NovaStreamEvent streamEvent = BedrockJson.Deserialize<NovaStreamEvent>(
            $$$"""{"amazon-bedrock-invocationMetrics":{"inputTokenCount":1,"new":2},"amazon-bedrock-trace":{},"outer":{"x":null},"{{{key}}}":{"inner":{"x":null} } }""");

        Assert.IsType(variant, streamEvent);
        Assert.Equal(1, streamEvent.InvocationMetrics!.InputTokenCount);
        Assert.NotNull(streamEvent.GuardrailTrace);
        Assert.True(streamEvent.IsServiceEnd);
        JsonElement written = FamilyWire.Json(BedrockJson.Serialize(streamEvent));
        Assert.Equal(JsonValueKind.Null, written.GetProperty("outer").GetProperty("x").ValueKind);
        Assert.Equal(JsonValueKind.Null, written.GetProperty(key).GetProperty("inner").GetProperty("x").ValueKind);
        Assert.Equal(2, written.GetProperty("amazon-bedrock-invocationMetrics").GetProperty("new").GetInt32());
    }

    [Theory]
    [InlineData("""{"text":"a","new":1}""", typeof(NovaTextDelta))]
    [InlineData("""{"toolUse":{"input":"a","new":1}}""", typeof(NovaToolUseDelta))]
    [InlineData("""{"reasoningContent":{"redactedContent":"AQID","new":1}}""", typeof(NovaReasoningContentDelta))]
    [InlineData("""{"toolResult":{"any":1}}""", typeof(NovaToolResultDelta))]
    [InlineData("""{"poem":1}""", typeof(NovaUnknownDelta))]
    public void Read_Delta_GivesTheVariantAndTheSameBytes(string json, Type variant)
    {
        NovaContentDelta delta = BedrockJson.Deserialize<NovaContentDelta>(json);

        Assert.IsType(variant, delta);
        Assert.Equal(json, BedrockJson.Serialize(delta));
    }

    [Fact]
    public void Text_TextDeltaOnly_IsThePiece() =>
        Assert.Equal("Let me look.", string.Concat(Answer.Select(chunk => BedrockJson.Deserialize<NovaStreamEvent>(chunk).Text)));

    [Theory]
    [InlineData("""{"messageStop":{"stopReason":"end_turn"}}""", true)]
    [InlineData("""{"metadata":{},"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"contentBlockDelta":{"delta":{"text":"blocked"}},"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    [InlineData("""{"brandNew":{},"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    [InlineData("""{"metadata":{"usage":{}}}""", false)]
    [InlineData("""{"contentBlockDelta":{"delta":{"text":"a"}},"amazon-bedrock-guardrailAction":"NONE"}""", false)]
    [InlineData("""{"contentBlockStop":{"contentBlockIndex":0}}""", false)]
    [InlineData("\"[DONE]\"", false)]
    public void IsEnd_AnyEvent_OnlyTheEndMarkEnds(string json, bool isEnd) =>
        Assert.Equal(isEnd, NovaModels.Lite.IsEnd(BedrockJson.Deserialize<NovaStreamEvent>(json)));

    [Theory]
    [InlineData("""{"contentBlockDelta":{"delta":{"text":7}}}""")]
    [InlineData("""{"contentBlockDelta":{"contentBlockIndex":"x"}}""")]
    [InlineData("""{"contentBlockDelta":[]}""")]
    [InlineData("""{"contentBlockDelta":{"delta":""")]
    public void Read_Malformed_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<NovaStreamEvent>(json));

    [Fact]
    public void Fold_EveryKindOfBlock_GivesTheWholeResponse() => Conformance.EqualJson.Check(
        """
        {
          "output": {"message": {"role": "assistant", "content": [
            {"reasoningContent": {"reasoningText": {"text": "[REDACTED]", "signature": "c2ln"}}},
            {"text": "Let me look."},
            {"toolUse": {"toolUseId": "t1", "name": "a", "input": {"a": null}, "type": "server"}},
            {"toolUse": {"toolUseId": "t2", "name": "b", "input": {}}},
            {"toolResult": {"toolUseId": "t0", "type": "nova_code_interpreter_result", "status": "success", "content": [{"json": {"exitCode": 0}}]}},
            {"poem": {"lines": 2}}
          ]}},
          "stopReason": "tool_use",
          "usage": {"inputTokens": 10, "outputTokens": 9, "cacheReadInputTokenCount": 3, "cacheWriteInputTokenCount": 0, "new": 1},
          "new": 1, "late": 2
        }
        """,
        BedrockJson.Serialize(FamilyWire.Fold(NovaModels.Lite, Answer)),
        "input");

    [Fact]
    public void Fold_InputIsNoJson_KeepsTheRawTextAsAString()
    {
        NovaResponse response = FamilyWire.Fold(
            NovaModels.Lite,
            """{"contentBlockStart":{"start":{"toolUse":{"toolUseId":"t","name":"a"}},"contentBlockIndex":0}}""",
            """{"contentBlockDelta":{"delta":{"toolUse":{"input":"{\"city\": \"Par"}},"contentBlockIndex":0}}""");

        Assert.Equal("{\"city\": \"Par", response.ToolCalls[0].Input.GetString());
        Assert.Null(response.StopReason);
    }

    [Fact]
    public void Fold_SignedReasoning_IsNotMergedWithTheNext()
    {
        NovaResponse response = FamilyWire.Fold(
            NovaModels.Lite,
            """{"contentBlockDelta":{"delta":{"reasoningContent":{"text":"a","signature":"s1"}},"contentBlockIndex":0}}""",
            """{"contentBlockDelta":{"delta":{"reasoningContent":{"text":"b"}},"contentBlockIndex":1}}""",
            """{"contentBlockDelta":{"delta":{"reasoningContent":{"redactedContent":"AQID"}},"contentBlockIndex":2}}""");

        Assert.Equal(3, response.Content.Count);
        Assert.Equal("AQID", ((NovaReasoningBlock)response.Content[2]).ReasoningContent!.RedactedContent);
    }

    [Fact]
    public void Fold_ThousandsOfPieces_AreOneText()
    {
        IEnumerable<string> pieces = Enumerable.Range(0, 20_000)
            .Select(i => $$"""{"contentBlockDelta":{"delta":{"text":"{{i}},"},"contentBlockIndex":{{i}} } }""");

        NovaResponse response = FamilyWire.Fold(NovaModels.Lite, pieces);

        Assert.Equal(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},")), Assert.IsType<NovaTextBlock>(Assert.Single(response.Content)).Text);
    }

    [Fact]
    public void Fold_PiecesOutOfOrder_AreSortedByTheirIndex()
    {
        NovaResponse response = FamilyWire.Fold(
            NovaModels.Lite,
            """{"contentBlockDelta":{"delta":{"text":"c"},"contentBlockIndex":2}}""",
            """{"contentBlockDelta":{"delta":{"text":"a"},"contentBlockIndex":0}}""",
            """{"contentBlockDelta":{"delta":{"reasoningContent":{"signature":"s"}},"contentBlockIndex":1}}""",
            """{"contentBlockDelta":{"delta":{"text":"b"},"contentBlockIndex":0}}""");

        Assert.Equal("ab", ((NovaTextBlock)response.Content[0]).Text);
        Assert.Null(((NovaReasoningBlock)response.Content[1]).ReasoningContent!.ReasoningText!.Text);
        Assert.Equal("c", ((NovaTextBlock)response.Content[2]).Text);
    }

    [Fact]
    public void Fold_KindsUnderOneIndex_AreBlocksOfTheirOwn()
    {
        NovaResponse response = FamilyWire.Fold(
            NovaModels.Lite,
            """{"contentBlockStart":{"start":{},"contentBlockIndex":0}}""",
            """{"contentBlockDelta":{"delta":{"reasoningContent":{"text":"r"}},"contentBlockIndex":0}}""",
            """{"contentBlockDelta":{"delta":{"text":"a"},"contentBlockIndex":0}}""",
            """{"contentBlockDelta":{"delta":{"text":"b"},"contentBlockIndex":0}}""",
            """{"contentBlockDelta":{"delta":{"toolUse":{"input":"{}"}},"contentBlockIndex":0}}""",
            """{"contentBlockDelta":{"delta":{"toolResult":{"text":"t"}},"contentBlockIndex":0}}""",
            """{"contentBlockStart":{"start":{"toolUse":{"toolUseId":"t1","name":"n"}},"contentBlockIndex":1}}""",
            """{"contentBlockDelta":{"delta":{"text":"late"},"contentBlockIndex":1}}""");

        Assert.Equal(
            """{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"r"}}},{"text":"ab"},{"toolUse":{"toolUseId":"","name":"","input":{}}},{"toolResult":{"toolUseId":"","content":[{"text":"t"}]}},{"toolUse":{"toolUseId":"t1","name":"n","input":{}}},{"text":"late"}]}""",
            BedrockJson.Serialize(response.ToMessage()));
    }

    [Fact]
    public void Fold_NoEvents_IsEmpty() => Assert.Equal("{}", BedrockJson.Serialize(FamilyWire.Fold(NovaModels.Lite)));

    [Fact]
    public void Fold_OnlyAnEmptyText_KeepsTheBlock() =>
        Assert.Single(FamilyWire.Fold(NovaModels.Lite, """{"contentBlockDelta":{"delta":{"text":""},"contentBlockIndex":0}}""").Content);

    [Fact]
    public void Fold_GuardrailSteppedIn_StaysSo()
    {
        NovaResponse response = FamilyWire.Fold(
            NovaModels.Lite,
            """{"contentBlockDelta":{"delta":{"text":"x"}},"amazon-bedrock-guardrailAction":"INTERVENED"}""",
            """{"metadata":{"trace":{"x":1},"metrics":{"latencyMs":3}},"amazon-bedrock-guardrailAction":"NONE","amazon-bedrock-trace":{"guardrail":{}}}""");

        Assert.Equal(BedrockGuardrailAction.Intervened, response.GuardrailAction);
        Assert.NotNull(response.GuardrailTrace);
        Assert.Equal(3, response.Metrics!.LatencyMs);
        Assert.Equal(1, response.AdditionalProperties!["trace"].GetProperty("x").GetInt32());
    }

    [Fact]
    public void ToResponse_Twice_GivesIndependentObjects()
    {
        IStreamFold<NovaStreamEvent, NovaResponse> fold = NovaModels.Lite.CreateFold();
        foreach (string chunk in Answer)
        {
            fold.Add(BedrockJson.Deserialize<NovaStreamEvent>(chunk));
        }

        NovaResponse first = fold.ToResponse();
        string before = BedrockJson.Serialize(first);
        ((NovaTextBlock)first.Content[1]).Text = "changed";
        first.Usage!.InputTokens = 99;
        first.AdditionalProperties!.Clear();

        Assert.Equal(before, BedrockJson.Serialize(fold.ToResponse()));
    }
}
