using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.ClaudeText;

public sealed class ClaudeTextAnswerTests
{
    private static readonly StreamingModel<ClaudeTextRequest, ClaudeTextResponse, ClaudeTextStreamEvent> Model = ClaudeTextModels.FromId("my-copy");

    private static readonly string[] Chunks =
    [
        """{"completion":" Co","stop_reason":null,"stop":null}""",
        """{"type":"completion","completion":"ve.","stop_reason":null,"stop":null,"later":1}""",
        """{"type":"completion","completion":"","stop_reason":"stop_sequence","stop":"\n\nHuman:","amazon-bedrock-invocationMetrics":{"inputTokenCount":17}}""",
    ];

    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        ClaudeTextResponse response = FamilyWire.RoundTrip<ClaudeTextResponse>(
            """{"type":"completion","completion":" Cove.","stop_reason":"max_tokens","stop":null,"later":{"x":1}}""");

        Assert.Equal(" Cove.", response.Text);
        Assert.Equal(ClaudeTextStopReason.MaxTokens, response.StopReason);
        Assert.Null(response.Stop);
        Assert.Equal("completion", response.Type);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"completion":null,"stop_reason":null}""")]
    public void Read_NothingThere_IsEmptyAndNotNull(string json)
    {
        ClaudeTextResponse response = BedrockJson.Deserialize<ClaudeTextResponse>(json);

        Assert.Equal(string.Empty, response.Text);
        Assert.Null(response.StopReason);
        Assert.Null(response.TokenUsage);
    }

    [Fact]
    public void Read_UnknownReason_Survives() =>
        Assert.Equal("tired", FamilyWire.RoundTrip<ClaudeTextResponse>("""{"stop_reason":"tired"}""").StopReason!.Value.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"completion":7}""")]
    [InlineData("""{"stop_reason":{}}""")]
    [InlineData("""{"completion":"cut""")]
    public void Read_Malformed_IsAJsonException(string json)
    {
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ClaudeTextResponse>(json));
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ClaudeTextStreamEvent>(json));
    }

    [Theory]
    [InlineData("""{"completion":"a","stop_reason":null}""", false)]
    [InlineData("""{"completion":"a","amazon-bedrock-guardrailAction":"NONE"}""", false)]
    [InlineData("""{"completion":"","stop_reason":"max_tokens"}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"completion":"no","amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    public void IsEnd_OfAChunk_FollowsReasonOrService(string json, bool expected) =>
        Assert.Equal(expected, Model.IsEnd(BedrockJson.Deserialize<ClaudeTextStreamEvent>(json)));

    [Fact]
    public void Fold_Chunks_GiveTheWholeAnswer_Streaming()
    {
        Conformance.EqualJson.Check(
            """{"type":"completion","completion":" Cove.","stop_reason":"stop_sequence","stop":"\n\nHuman:","later":1}""",
            BedrockJson.Serialize(FamilyWire.Fold(Model, Chunks)));
        Assert.Equal("{}", BedrockJson.Serialize(FamilyWire.Fold(Model)));
        Assert.Null(FamilyWire.Fold(Model, Chunks[..1]).StopReason);
        Assert.Equal(
            BedrockGuardrailAction.Intervened,
            FamilyWire.Fold(Model, """{"completion":"a","amazon-bedrock-guardrailAction":"INTERVENED"}""", """{"amazon-bedrock-guardrailAction":"NONE"}""")
                .GuardrailAction);
    }
}
