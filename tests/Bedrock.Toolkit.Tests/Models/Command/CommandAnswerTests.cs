using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Command;

public sealed class CommandAnswerTests
{
    private static readonly StreamingModel<CommandRequest, CommandResponse, CommandStreamEvent> Model = CommandModels.FromId("my-copy");

    private static readonly string[] Chunks =
    [
        """{"text":" Morning","is_finished":false,"event_type":"text-generation"}""",
        """{"text":" Heron","is_finished":false,"later":1}""",
        """{"is_finished":true,"finish_reason":"COMPLETE","amazon-bedrock-invocationMetrics":{"inputTokenCount":6,"outputTokenCount":3}}""",
    ];

    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        CommandResponse response = FamilyWire.RoundTrip<CommandResponse>(
            """
            {"id":"r1","prompt":"p","generations":[
              {"id":"g1","text":" Heron","finish_reason":"MAX_TOKENS","likelihood":-1.5,"token_likelihoods":[{"token":" Heron","likelihood":-1.25}],"index":0.0,"is_finished":true},
              {"text":"b"}]}
            """);

        Assert.Equal(("r1", "p", " Heron"), (response.Id, response.Prompt, response.Text));
        Assert.Equal(CommandFinishReason.MaxTokens, response.StopReason);
        CommandGeneration first = response.Generations[0];
        Assert.Equal((-1.5, 0, true), (first.Likelihood, first.Index, first.IsFinished));
        Assert.Equal((" Heron", -1.25), (first.TokenLikelihoods![0].Token, first.TokenLikelihoods[0].Likelihood));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null,"generations":null}""")]
    [InlineData("""{"generations":[{"text":null}]}""")]
    public void Read_NothingThere_IsEmptyAndNotNull(string json)
    {
        CommandResponse response = BedrockJson.Deserialize<CommandResponse>(json);

        Assert.Equal(string.Empty, response.Text);
        Assert.Null(response.StopReason);
        Assert.Null(response.TokenUsage);
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives() => FamilyWire.RoundTrip<CommandResponse>(
        """{"new":1,"generations":[{"text":"a","finish_reason":"TIRED","new":2,"token_likelihoods":[{"token":"a","new":3}]}],"amazon-bedrock-guardrailAction":"PONDERED"}""");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"generations":{}}""")]
    [InlineData("""{"generations":[{"text":5}]}""")]
    [InlineData("""{"generations":[{"finish_reason":5}]}""")]
    [InlineData("""{"generations":[""")]
    public void Read_Malformed_IsAJsonException(string json)
    {
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<CommandResponse>(json));
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<CommandStreamEvent>(json));
    }

    [Theory]
    [InlineData("""{"text":"a","is_finished":false}""", false)]
    [InlineData("""{"text":"a"}""", false)]
    [InlineData("""{"is_finished":true}""", true)]
    [InlineData("""{"text":"","finish_reason":"ERROR"}""", true)]
    [InlineData("""{"generations":[{"text":"a","finish_reason":"COMPLETE"}]}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"text":"no","amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    public void IsEnd_OfAChunk_FollowsReasonOrService(string json, bool expected) =>
        Assert.Equal(expected, Model.IsEnd(BedrockJson.Deserialize<CommandStreamEvent>(json)));

    [Fact]
    public void Fold_Pieces_GiveTheWholeAnswer_Streaming()
    {
        Conformance.EqualJson.Check("""{"generations":[{"text":" Morning Heron","finish_reason":"COMPLETE"}],"later":1}""",
            BedrockJson.Serialize(FamilyWire.Fold(Model, Chunks)));
        Assert.Equal(" Morning Heron", string.Concat(Chunks.Select(chunk => BedrockJson.Deserialize<CommandStreamEvent>(chunk).Text)));
        Assert.Equal("""{"generations":[]}""", BedrockJson.Serialize(FamilyWire.Fold(Model)));
        Assert.Null(FamilyWire.Fold(Model, Chunks[..1]).StopReason);
    }

    [Fact]
    public void Fold_SeveralAnswers_KeepsThemApartInOrder_Streaming()
    {
        CommandResponse response = FamilyWire.Fold(
            Model,
            """{"text":"b1","index":1}""",
            """{"text":"a1","index":0}""",
            """{"is_finished":true,"finish_reason":"MAX_TOKENS","index":1}""",
            """{"text":"a2","index":0,"is_finished":true,"finish_reason":"COMPLETE"}""");

        Assert.Equal(["a1a2", "b1"], response.Generations.Select(generation => generation.Text));
        Assert.Equal(["COMPLETE", "MAX_TOKENS"], response.Generations.Select(generation => generation.FinishReason!.Value.Value));
        Assert.Equal([0, 1], response.Generations.Select(generation => generation.Index!.Value));
    }

    [Fact]
    public void Fold_WholeAnswerAsOneChunk_IsTakenAsItIs_Streaming()
    {
        const string Whole = """{"id":"r1","prompt":"p","generations":[{"id":"g1","text":" Heron","finish_reason":"COMPLETE","likelihood":-1}]}""";

        Conformance.EqualJson.Check(Whole, BedrockJson.Serialize(FamilyWire.Fold(Model, Whole)));
        Assert.Equal(" Heron", BedrockJson.Deserialize<CommandStreamEvent>(Whole).Text);
    }

    [Fact]
    public void Fold_LastChunkWithMarkerAndResponse_AddsNoText_Streaming()
    {
        const string Last = """{"text":"<EOS_TOKEN>","is_finished":true,"finish_reason":"COMPLETE","response":{"id":"r1","prompt":"p","generations":[{"id":"g1","text":" Heron","finish_reason":"COMPLETE"}]}}""";

        CommandResponse response = FamilyWire.Fold(Model, """{"text":" Heron","is_finished":false}""", Last);

        Assert.Equal(string.Empty, BedrockJson.Deserialize<CommandStreamEvent>(Last).Text);
        Assert.Equal(("r1", "p", "g1", " Heron"), (response.Id, response.Prompt, response.Generations[0].Id, response.Text));
        Assert.Equal(" Heron", FamilyWire.Fold(Model, """{"text":" Heron"}""", """{"text":"<EOS_TOKEN>","is_finished":true}""").Text);
    }

    [Fact]
    public void Fold_GuardrailSteppedIn_StaysSo_Streaming() => Assert.Equal(
        BedrockGuardrailAction.Intervened,
        FamilyWire.Fold(Model, """{"text":"a","amazon-bedrock-guardrailAction":"INTERVENED"}""", """{"amazon-bedrock-guardrailAction":"NONE"}""")
            .GuardrailAction);
}
