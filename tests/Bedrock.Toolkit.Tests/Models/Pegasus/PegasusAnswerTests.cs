using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Pegasus;

public sealed class PegasusAnswerTests
{
    private static readonly string[] Chunks =
    [
        """{"message":"A red","stopReason":""}""",
        """{"message":" ketch.","stopReason":"","later":1}""",
        """{"message":"","stopReason":"length","amazon-bedrock-invocationMetrics":{"inputTokenCount":0,"outputTokenCount":7}}""",
    ];

    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        PegasusResponse response = FamilyWire.RoundTrip<PegasusResponse>(
            """{"message":"A red ketch.","finishReason":"stop","amazon-bedrock-guardrailAction":"NONE","later":{"x":[1]}}""");

        Assert.Equal("A red ketch.", response.Text);
        Assert.Equal(PegasusFinishReason.Stop, response.FinishReason);
        Assert.Equal(BedrockGuardrailAction.None, response.GuardrailAction);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"message":null,"finishReason":null}""")]
    public void Read_NothingThere_IsEmptyAndNotNull(string json)
    {
        PegasusResponse response = BedrockJson.Deserialize<PegasusResponse>(json);

        Assert.Equal(string.Empty, response.Text);
        Assert.Null(response.FinishReason);
        Assert.Null(response.TokenUsage);
    }

    [Fact]
    public void Read_UnknownReason_Survives() =>
        Assert.Equal("tired", FamilyWire.RoundTrip<PegasusResponse>("""{"finishReason":"tired"}""").FinishReason!.Value.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"message":7}""")]
    [InlineData("""{"finishReason":{}}""")]
    [InlineData("""{"message":"cut""")]
    public void Read_Malformed_IsAJsonException(string json)
    {
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<PegasusResponse>(json));
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<PegasusStreamEvent>(json));
    }

    [Theory]
    [InlineData("""{"message":"a","stopReason":""}""", false)]
    [InlineData("""{"message":"a","finishReason":""}""", false)]
    [InlineData("""{"delta":"a"}""", false)]
    [InlineData("""{"message":"","stopReason":"stop"}""", true)]
    [InlineData("""{"message":"a","finishReason":"length"}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"message":"no","amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    public void IsEnd_OfAChunk_FollowsReasonOrService(string json, bool expected) =>
        Assert.Equal(expected, PegasusModels.Pegasus12.IsEnd(BedrockJson.Deserialize<PegasusStreamEvent>(json)));

    [Fact]
    public void Fold_MessagesAsPieces_AreJoined_Streaming()
    {
        PegasusResponse response = FamilyWire.Fold(PegasusModels.Pegasus12, Chunks);

        Conformance.EqualJson.Check("""{"message":"A red ketch.","finishReason":"length","later":1}""", BedrockJson.Serialize(response));
        Assert.Equal("A red ketch.", string.Concat(Chunks.Select(chunk => BedrockJson.Deserialize<PegasusStreamEvent>(chunk).Text)));
    }

    [Theory]
    [InlineData("""{"message":"A red ketch.","finishReason":"stop"}""", "A red ketch.")]
    [InlineData("""{"message":" And a launch.","finishReason":"stop"}""", "A red ketch. And a launch.")]
    public void Fold_LastMessageWithDeltas_IsTakenOnlyWhenNew_Streaming(string last, string expected)
    {
        PegasusResponse response = FamilyWire.Fold(PegasusModels.Pegasus12, """{"delta":"A red"}""", """{"delta":" ketch."}""", last);

        Assert.Equal(expected, response.Text);
        Assert.Equal(PegasusFinishReason.Stop, response.FinishReason);
    }

    [Fact]
    public void Fold_CutShortOrEmpty_InventsNothing_Streaming()
    {
        Assert.Null(FamilyWire.Fold(PegasusModels.Pegasus12, """{"message":"a","stopReason":""}""").FinishReason);
        Assert.Equal("{}", BedrockJson.Serialize(FamilyWire.Fold(PegasusModels.Pegasus12)));
        Assert.Equal(
            BedrockGuardrailAction.Intervened,
            FamilyWire.Fold(PegasusModels.Pegasus12, """{"message":"a","amazon-bedrock-guardrailAction":"INTERVENED"}""",
                """{"amazon-bedrock-guardrailAction":"NONE"}""").GuardrailAction);
    }
}
