using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.Titan;

public class TitanTextStreamTests
{
    private static readonly StreamingModel<TitanTextRequest, TitanTextResponse, TitanTextStreamEvent> Model = TitanModels.TextFromId("my-copy");

    [Fact]
    public void Read_Chunk_FillsEveryMember()
    {
        TitanTextStreamEvent e = Read(
            """
            {"outputText":" quay","index":0.0,"totalOutputTextTokenCount":17.0,"completionReason":"LENGTH","inputTextTokenCount":12,
             "amazon-bedrock-invocationMetrics":{"inputTokenCount":12,"outputTokenCount":17,"invocationLatency":90,"firstByteLatency":80}}
            """);

        Assert.Equal(" quay", e.OutputText);
        Assert.Equal(" quay", e.Text);
        Assert.Equal(0, e.Index);
        Assert.Equal(17, e.TotalOutputTextTokenCount);
        Assert.Equal(TitanCompletionReason.Length, e.CompletionReason);
        Assert.Equal(12, e.InputTextTokenCount);
        Assert.Equal(90, e.InvocationMetrics!.InvocationLatency);
    }

    [Fact]
    public void Read_UnknownMembers_Survive() => TitanWire.AssertRoundTrip(
        """
        {"outputText":"a","index":0,"completionReason":"TIRED","later":{"x":[1,null]},
         "amazon-bedrock-invocationMetrics":{"inputTokenCount":1,"thoughts":3}}
        """,
        Model.EventTypeInfo);

    [Theory]
    [InlineData("""{"outputText":"a","index":0,"completionReason":null}""", false)]
    [InlineData("""{"outputText":"","index":0,"amazon-bedrock-guardrailAction":"NONE"}""", false)]
    [InlineData("{}", false)]
    [InlineData("""{"outputText":"a","completionReason":"FINISH"}""", true)]
    [InlineData("""{"completionReason":"NEWS"}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"outputText":"no","totalOutputTextTokenCount":3.0,"amazon-bedrock-guardrailAction":"INTERVENED"}""", true)]
    [InlineData("""{"outputText":"no","amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    [InlineData("""{"outputText":"ma{NAME}sk","index":0,"amazon-bedrock-guardrailAction":"INTERVENED"}""", false)] // masked, and more follows
    public void IsEnd_OfAChunk_FollowsReasonOrService(string json, bool expected) => Assert.Equal(expected, Model.IsEnd(Read(json)));

    [Fact]
    public void Fold_SeveralChunks_GivesTheWholeAnswer_Streaming()
    {
        TitanTextResponse response = Fold(
            """{"outputText":"\nAt","index":0,"totalOutputTextTokenCount":null,"completionReason":null,"inputTextTokenCount":9}""",
            """{"outputText":" the","index":0,"inputTextTokenCount":null}""",
            """{"outputText":" mole.","index":0,"totalOutputTextTokenCount":4,"completionReason":"FINISH","amazon-bedrock-invocationMetrics":{"inputTokenCount":9}}""");

        TitanWire.AssertEqualJson(
            """{"inputTextTokenCount":9,"results":[{"tokenCount":4,"outputText":"\nAt the mole.","completionReason":"FINISH"}]}""",
            BedrockJson.Serialize(response));
    }

    [Fact]
    public void Fold_SeveralAnswers_KeepsThemApartInOrder_Streaming()
    {
        TitanTextResponse response = Fold(
            """{"outputText":"b1","index":1}""",
            """{"outputText":"a1","index":0}""",
            """{"outputText":"b2","index":1,"totalOutputTextTokenCount":2,"completionReason":"LENGTH"}""",
            """{"outputText":"a2","totalOutputTextTokenCount":3,"completionReason":"FINISH"}""");

        Assert.Equal(["a1a2", "b1b2"], response.Results.Select(r => r.OutputText));
        Assert.Equal([3, 2], response.Results.Select(r => r.TokenCount));
        Assert.Equal("a1a2", response.Text);
    }

    [Fact]
    public void Fold_BlockedByGuardrail_InventsNoReason_Streaming()
    {
        TitanTextResponse response = Fold(
            """
            {"outputText":"Input blocked","index":0.0,"totalOutputTextTokenCount":3.0,"inputTextTokenCount":6.0,
             "amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{"guardrail":{"actionReason":"Guardrail blocked."}}}
            """);

        Assert.Equal("Input blocked", response.Text);
        Assert.Null(response.Results[0].CompletionReason);
        Assert.Equal(BedrockGuardrailAction.Intervened, response.GuardrailAction);
        Assert.Equal("Guardrail blocked.", response.GuardrailTrace!.Value.GetProperty("guardrail").GetProperty("actionReason").GetString());
        Assert.Equal(6, response.InputTextTokenCount);
    }

    [Fact]
    public void Fold_InterventionInTheMiddle_IsNotForgotten_Streaming()
    {
        TitanTextResponse response = Fold(
            """{"outputText":"a","amazon-bedrock-guardrailAction":"NONE"}""",
            """{"outputText":"b","amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{"n":1}}""",
            """{"outputText":"c","amazon-bedrock-guardrailAction":"NONE"}""");

        Assert.Equal(BedrockGuardrailAction.Intervened, response.GuardrailAction);
        Assert.NotNull(response.GuardrailTrace);
    }

    [Fact]
    public void Fold_UnknownMembers_AreKept_Streaming()
    {
        TitanTextResponse response = Fold("""{"outputText":"a","later":1,"other":2}""", """{"later":{"x":3}}""");

        TitanWire.AssertEqualJson("""{"results":[{"outputText":"a"}],"later":{"x":3},"other":2}""", BedrockJson.Serialize(response));
    }

    [Fact]
    public void Fold_NoChunks_IsEmpty_Streaming()
    {
        TitanTextResponse response = Fold();

        Assert.Empty(response.Results);
        Assert.Null(response.AdditionalProperties);
    }

    [Fact]
    public void Fold_AskedTwice_GivesNewObjects_Streaming()
    {
        IStreamFold<TitanTextStreamEvent, TitanTextResponse> fold = Model.CreateFold();
        fold.Add(Read("""{"outputText":"a","later":1}"""));
        TitanTextResponse first = fold.ToResponse();
        fold.Add(Read("""{"outputText":"b","later":2}"""));
        TitanTextResponse second = fold.ToResponse();

        Assert.Equal("a", first.Text);
        Assert.Equal("ab", second.Text);
        Assert.Equal(1, first.AdditionalProperties!["later"].GetInt32());
        Assert.NotSame(Model.CreateFold(), fold);
    }

    private static TitanTextStreamEvent Read(string json) => TitanWire.Read(json, Model.EventTypeInfo);

    private static TitanTextResponse Fold(params string[] chunks)
    {
        IStreamFold<TitanTextStreamEvent, TitanTextResponse> fold = Model.CreateFold();
        foreach (string chunk in chunks)
        {
            fold.Add(Read(chunk));
        }

        return fold.ToResponse();
    }
}
