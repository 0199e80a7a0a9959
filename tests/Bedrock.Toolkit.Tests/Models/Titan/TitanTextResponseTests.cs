using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.Titan;

public class TitanTextResponseTests
{
    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        var response = BedrockJson.Deserialize<TitanTextResponse>(
            """
            {"inputTextTokenCount":9,"results":[{"tokenCount":4,"outputText":"\nAt the mole.","completionReason":"FINISH"}],"error":"half",
             "amazon-bedrock-trace":{"guardrail":{"outputs":[]}},"amazon-bedrock-guardrailAction":"NONE"}
            """);

        Assert.Equal(9, response.InputTextTokenCount);
        Assert.Equal("half", response.Error);
        TitanTextResult result = Assert.Single(response.Results);
        Assert.Equal(4, result.TokenCount);
        Assert.Equal("\nAt the mole.", result.OutputText);
        Assert.Equal(TitanCompletionReason.Finish, result.CompletionReason);
        Assert.Equal("\nAt the mole.", response.Text);
        Assert.Equal(BedrockGuardrailAction.None, response.GuardrailAction);
        Assert.True(response.GuardrailTrace!.Value.TryGetProperty("guardrail", out _));
        Assert.Null(response.AdditionalProperties);
    }

    [Fact]
    public void Read_CountsWithAFraction_AreWhole()
    {
        var response = BedrockJson.Deserialize<TitanTextResponse>("""{"inputTextTokenCount":28.0,"results":[{"tokenCount":1.88e2}]}""");

        Assert.Equal(28, response.InputTextTokenCount);
        Assert.Equal(188, response.Results[0].TokenCount);
        Assert.Equal(string.Empty, response.Text);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inputTextTokenCount":null,"results":null,"error":null,"amazon-bedrock-guardrailAction":null,"amazon-bedrock-trace":null}""")]
    public void Read_NothingOrNulls_LeavesNoNullInTheList(string json)
    {
        var response = BedrockJson.Deserialize<TitanTextResponse>(json);

        Assert.Empty(response.Results);
        Assert.Equal(string.Empty, response.Text);
        Assert.Null(response.InputTextTokenCount);
        Assert.Null(response.GuardrailAction);
    }

    [Fact]
    public void Read_NullMembersOfAResult_AreNull()
    {
        var response = BedrockJson.Deserialize<TitanTextResponse>(
            """{"results":[null,{"tokenCount":null,"outputText":null,"completionReason":null}]}""");

        TitanTextResult result = Assert.Single(response.Results);
        Assert.Null(result.TokenCount);
        Assert.Null(result.OutputText);
        Assert.Null(result.CompletionReason);
    }

    [Fact]
    public void Read_UnknownMembersAndValues_SurviveAtEachLevel()
    {
        const string Json =
            """
            {"inputTextTokenCount":3,"results":[{"tokenCount":1,"outputText":"a","completionReason":"TIRED","logprobs":{"a":[-0.5]}}],
             "amazon-bedrock-guardrailAction":"PONDERED","later":{"deep":[1,{"x":null}]}}
            """;

        TitanWire.AssertRoundTrip(Json, TitanModels.TextExpress.ResponseTypeInfo);
        Assert.Equal("TIRED", BedrockJson.Deserialize<TitanTextResponse>(Json).Results[0].CompletionReason!.Value.ToString());
    }

    [Fact]
    public void CompletionReason_BothSpellings_AreNamed()
    {
        Assert.Equal("FINISH", TitanCompletionReason.Finish.Value);
        Assert.Equal("FINISHED", TitanCompletionReason.Finished.Value);
        Assert.Equal<TitanCompletionReason>("STOP_CRITERIA_MET", TitanCompletionReason.StopCriteriaMet);
        Assert.Equal("CONTENT_FILTERED", TitanCompletionReason.ContentFiltered.ToString());
        Assert.Equal("LENGTH", TitanCompletionReason.Length.ToString());
        Assert.Equal("RAG_QUERY_WHEN_RAG_DISABLED", TitanCompletionReason.RagQueryWhenRagDisabled.ToString());
        Assert.Equal(string.Empty, default(TitanCompletionReason).ToString());
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("[]", "$")]
    [InlineData("", null)]
    [InlineData("""{"results":{}}""", "$.results")]
    [InlineData("""{"results":[{"outputText":5}]}""", ".outputText")]
    [InlineData("""{"results":[{"completionReason":5}]}""", ".completionReason")]
    [InlineData("""{"inputTextTokenCount":2.5}""", "$.inputTextTokenCount")]
    [InlineData("""{"results":[{"outputText":"secret """, null)]
    public void Read_Malformed_NamesThePlaceWithoutTheText(string json, string? path)
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<TitanTextResponse>(json));

        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
        if (path is not null)
        {
            Assert.Contains(path, e.Path, StringComparison.Ordinal);
        }
    }
}
