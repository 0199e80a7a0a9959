using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using LlamaFamily = Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.LlamaRequest, Bedrock.Toolkit.Models.LlamaResponse, Bedrock.Toolkit.Models.LlamaStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.Llama;

public sealed class LlamaStreamTests
{
    private static readonly LlamaFamily Family = new(LlamaModels.FromId("my-copy"));

    private static readonly string[] Chunks =
    [
        """{"generation":"\nAt","prompt_token_count":9,"generation_token_count":1,"stop_reason":null}""",
        """{"generation":" the","prompt_token_count":null,"generation_token_count":2,"stop_reason":null,"later":1}""",
        """{"generation":" mole.","prompt_token_count":null,"generation_token_count":4,"stop_reason":"stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":9,"outputTokenCount":4}}""",
    ];

    [Theory]
    [InlineData("""{"generation":"a","stop_reason":null}""", false)]
    [InlineData("""{"generation":"","amazon-bedrock-guardrailAction":"NONE"}""", false)]
    [InlineData("{}", false)]
    [InlineData("""{"generation":"","stop_reason":"stop"}""", true)]
    [InlineData("""{"stop_reason":"news"}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"generation":"no","amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    public void IsEnd_OfAChunk_FollowsReasonOrService(string json, bool expected) =>
        Assert.Equal(expected, LlamaModels.FromId("x").IsEnd(BedrockJson.Deserialize<LlamaStreamEvent>(json)));

    [Fact]
    public void Fold_SeveralChunks_GivesTheWholeAnswer_Streaming() => EqualJson.Check(
        """{"generation":"\nAt the mole.","prompt_token_count":9,"generation_token_count":4,"stop_reason":"stop","later":1}""",
        BedrockJson.Serialize(Family.FoldWhole(Chunks)));

    [Fact]
    public void Fold_NothingSaid_InventsNothing_Streaming()
    {
        Assert.Equal("{}", BedrockJson.Serialize(Family.Fold()));
        LlamaResponse blocked = Family.FoldWhole("""{"generation":"No.","amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""");
        Assert.Null(blocked.StopReason);
        Assert.Equal(BedrockGuardrailAction.Intervened, blocked.GuardrailAction);
    }

    [Fact]
    public async Task Stream_CutAtEveryByte_IsNeverAWholeAnswer_Streaming() =>
        await Family.CheckCutAtEveryByteAsync(LlamaRequest.For("a"), Chunks);

    [Theory]
    [InlineData("""{"generation":7}""")]
    [InlineData("""{"generation_token_count":"x"}""")]
    [InlineData("""{"generation":""")]
    public void Read_Malformed_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<LlamaStreamEvent>(json));

    [SharedTheory]
    [InlineData("llama2", 3)]
    [InlineData("llama3", 3)]
    [InlineData("llama3-1-tools", 2)]
    [InlineData("llama3-2-vision", 2)]
    [InlineData("llama4", 3)]
    public void Samples_ReadAndWritten_AreEqual(string name, int files) =>
        Assert.Equal(files, Family.CheckSamples("meta", name, response => response.Text, e => e.Text));

    [SharedFact]
    public void Samples_OfTheProvider_AreAllNamedAbove() =>
        Assert.Equal(13, Directory.GetFiles(SharedFolder.PathTo("wire", "text", "samples", "meta")).Length);

    [SharedFact]
    public async Task Recorded_Exchanges_Replay() => Assert.Equal(3, await Family.ReplayAsync("/model/meta.llama"));
}
