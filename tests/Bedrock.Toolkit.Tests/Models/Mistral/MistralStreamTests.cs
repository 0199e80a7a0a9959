using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using MistralFamily =
    Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.MistralRequest, Bedrock.Toolkit.Models.MistralResponse, Bedrock.Toolkit.Models.MistralStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.Mistral;

public sealed class MistralStreamTests
{
    private static readonly MistralFamily Family = new(MistralModels.FromId("my-copy"));

    private static readonly string[] Chunks =
    [
        """{"outputs":[{"text":" At","stop_reason":null}]}""",
        """{"outputs":[{"text":" the mole.","stop_reason":null,"new":2}],"later":1}""",
        """{"outputs":[{"text":"","stop_reason":"stop"}],"amazon-bedrock-invocationMetrics":{"inputTokenCount":9,"outputTokenCount":4}}""",
    ];

    [Theory]
    [InlineData("""{"outputs":[{"text":"a","stop_reason":null}]}""", false)]
    [InlineData("""{"outputs":[],"amazon-bedrock-guardrailAction":"NONE"}""", false)]
    [InlineData("{}", false)]
    [InlineData("""{"outputs":[{"text":"","stop_reason":"stop"}]}""", true)]
    [InlineData("""{"outputs":[{"stop_reason":"news"}]}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"outputs":[{"text":"no"}],"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    public void IsEnd_OfAChunk_FollowsReasonOrService(string json, bool expected) =>
        Assert.Equal(expected, MistralModels.FromId("x").IsEnd(BedrockJson.Deserialize<MistralStreamEvent>(json)));

    [Fact]
    public void Fold_SeveralChunks_GivesTheWholeAnswer_Streaming() => EqualJson.Check(
        """{"outputs":[{"text":" At the mole.","stop_reason":"stop","new":2}],"later":1}""",
        BedrockJson.Serialize(Family.FoldWhole(Chunks)));

    [Fact]
    public void Fold_SeveralAnswers_KeepsThemApart_Streaming()
    {
        MistralResponse response = Family.FoldWhole(
            """{"outputs":[{"text":"a1"},{"text":"b1"}]}""",
            """{"outputs":[{"text":"a2"},{"text":"b2","stop_reason":"length"}]}""");

        Assert.Equal(["a1a2", "b1b2"], response.Outputs.Select(o => o.Text));
        Assert.Equal("length", response.Outputs[1].StopReason!.Value.Value);
        Assert.Null(response.StopReason);
    }

    [Fact]
    public void Fold_NothingSaid_InventsNothing_Streaming()
    {
        Assert.Equal("""{"outputs":[]}""", BedrockJson.Serialize(Family.Fold()));
        MistralResponse blocked = Family.FoldWhole("""{"outputs":[{"text":"No."}],"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""");
        Assert.Null(blocked.StopReason);
        Assert.Equal(BedrockGuardrailAction.Intervened, blocked.GuardrailAction);
    }

    [Fact]
    public async Task Stream_CutAtEveryByte_IsNeverAWholeAnswer_Streaming() =>
        await Family.CheckCutAtEveryByteAsync(MistralRequest.For("a"), Chunks);

    [Theory]
    [InlineData("""{"outputs":[{"text":7}]}""")]
    [InlineData("""{"outputs":7}""")]
    [InlineData("""{"outputs":[""")]
    public void Read_Malformed_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<MistralStreamEvent>(json));

    [SharedFact]
    public void Samples_ReadAndWritten_AreEqual() => Assert.Equal(3, Family.CheckSamples("mistral", "mistral-prompt", response => response.Text, e => e.Text));

    [SharedFact]
    public async Task Recorded_Exchanges_Replay() => Assert.Equal(2, await Family.ReplayAsync("/model/mistral.mistral-7b"));
}
