using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Jurassic;

public sealed class JurassicAnswerTests
{
    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        JurassicResponse response = FamilyWire.RoundTrip<JurassicResponse>(
            """
            {"id":1234,"prompt":{"text":"A name:","tokens":[]},"completions":[
              {"data":{"text":"\nGull","tokens":[{"generatedToken":{"token":"▁Gull","logprob":-1.25,"raw_logprob":-1.5},
                "topTokens":[{"token":"▁Gull","logprob":-1.25}],"textRange":{"start":1.0,"end":5}}]},"finishReason":{"reason":"stop","sequence":"##"}},
              {"data":{"text":"Tern"},"finishReason":{"reason":"length","length":12}}]}
            """);

        Assert.Equal("\nGull", response.Text);
        Assert.Equal(JurassicFinishReasonKind.Stop, response.StopReason);
        Assert.Equal(1234, response.Id!.Value.GetInt32());
        Assert.Equal("A name:", response.Prompt!.Text);
        JurassicToken token = response.Completions[0].Data!.Tokens![0];
        Assert.Equal(("▁Gull", -1.25, -1.5), (token.GeneratedToken!.Token, token.GeneratedToken.Logprob, token.GeneratedToken.RawLogprob));
        Assert.Equal((1, 5), (token.TextRange!.Start, token.TextRange.End));
        Assert.Equal("▁Gull", token.TopTokens![0].Token);
        Assert.Equal("##", response.Completions[0].FinishReason!.Sequence);
        Assert.Equal(12, response.Completions[1].FinishReason!.Length);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null,"completions":null}""")]
    [InlineData("""{"completions":[{"data":null,"finishReason":null}]}""")]
    public void Read_NothingThere_IsEmptyAndNotNull(string json)
    {
        JurassicResponse response = BedrockJson.Deserialize<JurassicResponse>(json);

        Assert.Equal(string.Empty, response.Text);
        Assert.Null(response.StopReason);
        Assert.Null(response.TokenUsage);
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives() => FamilyWire.RoundTrip<JurassicResponse>(
        """
        {"id":"text-id","new":1,"prompt":{"text":"a","new":2,"tokens":[{"new":3,"generatedToken":{"new":4},"topTokens":[{"new":5}],"textRange":{"new":6}}]},
         "completions":[{"new":7,"data":{"new":8},"finishReason":{"reason":"tired","new":9}}],"amazon-bedrock-guardrailAction":"PONDERED"}
        """);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"completions":{}}""")]
    [InlineData("""{"completions":[{"data":{"text":5}}]}""")]
    [InlineData("""{"completions":[{"finishReason":{"reason":5}}]}""")]
    [InlineData("""{"prompt":{"tokens":[{"textRange":{"start":1.5}}]}}""")]
    [InlineData("""{"completions":[""")]
    public void Read_Malformed_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<JurassicResponse>(json));
}
