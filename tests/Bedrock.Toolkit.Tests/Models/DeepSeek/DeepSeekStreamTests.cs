using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using DeepSeekFamily =
    Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.DeepSeekRequest, Bedrock.Toolkit.Models.DeepSeekResponse, Bedrock.Toolkit.Models.DeepSeekStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.DeepSeek;

public sealed class DeepSeekStreamTests
{
    private static readonly DeepSeekFamily Family = new(DeepSeekModels.FromId("my-copy"));

    private static readonly string[] Chunks =
    [
        """{"choices":[{"text":" At","stop_reason":null}]}""",
        """{"choices":[{"text":" the mole.","stop_reason":null,"new":2}],"later":1}""",
        """{"choices":[{"text":"","stop_reason":"stop"}],"amazon-bedrock-invocationMetrics":{"inputTokenCount":9,"outputTokenCount":4}}""",
    ];

    [Theory]
    [InlineData("""{"choices":[{"text":"a","stop_reason":null}]}""", false)]
    [InlineData("""{"choices":[],"amazon-bedrock-guardrailAction":"NONE"}""", false)]
    [InlineData("{}", false)]
    [InlineData("""{"choices":[{"text":"","stop_reason":"stop"}]}""", true)]
    [InlineData("""{"choices":[{"stop_reason":"news"}]}""", true)]
    [InlineData("""{"choices":[{"finish_reason":"eos_token"}]}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"choices":[{"text":"no"}],"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    public void IsEnd_OfAChunk_FollowsReasonOrService(string json, bool expected) =>
        Assert.Equal(expected, DeepSeekModels.FromId("x").IsEnd(BedrockJson.Deserialize<DeepSeekStreamEvent>(json)));

    [Fact]
    public void Fold_SeveralChunks_GivesTheWholeAnswer_Streaming() => EqualJson.Check(
        """{"choices":[{"text":" At the mole.","stop_reason":"stop","new":2}],"later":1}""",
        BedrockJson.Serialize(Family.FoldWhole(Chunks)));

    [Fact]
    public void Fold_SeveralAnswers_KeepsThemApart_Streaming()
    {
        DeepSeekResponse response = Family.FoldWhole(
            """{"choices":[{"text":"a1"},{"text":"b1"}]}""",
            """{"choices":[{"text":"a2"},{"text":"b2","stop_reason":"length"}]}""");

        Assert.Equal(["a1a2", "b1b2"], response.Choices.Select(o => o.Text));
        Assert.Equal("length", response.Choices[1].StopReason!.Value.Value);
        Assert.Null(response.StopReason);
    }

    [Fact]
    public void Fold_NothingSaid_InventsNothing_Streaming()
    {
        Assert.Equal("""{"choices":[]}""", BedrockJson.Serialize(Family.Fold()));
        DeepSeekResponse blocked = Family.FoldWhole("""{"choices":[{"text":"No."}],"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""");
        Assert.Null(blocked.StopReason);
        Assert.Equal(BedrockGuardrailAction.Intervened, blocked.GuardrailAction);
    }

    [Fact]
    public async Task Stream_CutAtEveryByte_IsNeverAWholeAnswer_Streaming() =>
        await Family.CheckCutAtEveryByteAsync(DeepSeekRequest.For("a"), Chunks);

    [Theory]
    [InlineData("""{"choices":[{"text":7}]}""")]
    [InlineData("""{"choices":7}""")]
    [InlineData("""{"choices":[""")]
    public void Read_Malformed_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<DeepSeekStreamEvent>(json));

    [SharedFact]
    public void Samples_ReadAndWritten_AreEqual() => Assert.Equal(3, Family.CheckSamples("deepseek", "r1", response => response.Text, e => e.Text));
}
