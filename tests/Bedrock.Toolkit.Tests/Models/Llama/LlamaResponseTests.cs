using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using LlamaFamily = Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.LlamaRequest, Bedrock.Toolkit.Models.LlamaResponse, Bedrock.Toolkit.Models.LlamaStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.Llama;

public sealed class LlamaResponseTests
{
    private static readonly LlamaFamily Family = new(LlamaModels.FromId("any"));

    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        var response = BedrockJson.Deserialize<LlamaResponse>(
            """{"generation":" At the mole.","prompt_token_count":9.0,"generation_token_count":4,"stop_reason":"length","amazon-bedrock-guardrailAction":"NONE"}""");

        Assert.Equal(" At the mole.", response.Generation);
        Assert.Equal(" At the mole.", response.Text);
        Assert.Equal(9, response.PromptTokenCount);
        Assert.Equal(4, response.GenerationTokenCount);
        Assert.Equal(LlamaStopReason.Length, response.StopReason);
        Assert.Equal(9, response.TokenUsage!.InputTokens);
        Assert.Equal(4, response.TokenUsage.OutputTokens);
        Assert.Equal(BedrockGuardrailAction.None, response.GuardrailAction);
        Assert.Null(response.AdditionalProperties);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"generation":null,"prompt_token_count":null,"generation_token_count":null,"stop_reason":null}""")]
    public void Read_NothingOrNulls_IsEmpty(string json)
    {
        var response = BedrockJson.Deserialize<LlamaResponse>(json);

        Assert.Equal(string.Empty, response.Text);
        Assert.Null(response.StopReason);
        Assert.Null(response.TokenUsage);
    }

    [Fact]
    public void Read_Unknown_Survives()
    {
        LlamaResponse response = Family.RoundTrip<LlamaResponse>("""{"generation":"a","stop_reason":"tired","logprobs":{"a":[-0.5]},"later":[1,{"x":2}]}""");

        Assert.Equal("tired", response.StopReason!.Value.ToString());
        Assert.NotEqual(LlamaStopReason.Stop, response.StopReason);
        Assert.Equal(string.Empty, default(LlamaStopReason).ToString());
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("[]", "$")]
    [InlineData("", null)]
    [InlineData("""{"generation":5}""", "$.generation")]
    [InlineData("""{"stop_reason":5}""", "$.stop_reason")]
    [InlineData("""{"prompt_token_count":2.5}""", "$.prompt_token_count")]
    [InlineData("""{"generation":"secret """, null)]
    public void Read_Malformed_NamesThePlaceWithoutTheText(string json, string? path)
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<LlamaResponse>(json));

        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
        if (path is not null)
        {
            Assert.Contains(path, e.Path, StringComparison.Ordinal);
        }
    }
}
