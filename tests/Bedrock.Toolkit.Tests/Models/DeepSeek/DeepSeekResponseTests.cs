using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using DeepSeekFamily =
    Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.DeepSeekRequest, Bedrock.Toolkit.Models.DeepSeekResponse, Bedrock.Toolkit.Models.DeepSeekStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.DeepSeek;

public sealed class DeepSeekResponseTests
{
    private static readonly DeepSeekFamily Family = new(DeepSeekModels.FromId("any"));

    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        var response = BedrockJson.Deserialize<DeepSeekResponse>(
            """{"choices":[{"text":" At the mole.","stop_reason":"length"}],"amazon-bedrock-guardrailAction":"NONE"}""");

        DeepSeekChoice choice = Assert.Single(response.Choices);
        Assert.Equal(" At the mole.", choice.Text);
        Assert.Equal(" At the mole.", response.Text);
        Assert.Equal(DeepSeekStopReason.Length, choice.StopReason);
        Assert.Equal(DeepSeekStopReason.Length, response.StopReason);
        Assert.Equal(BedrockGuardrailAction.None, response.GuardrailAction);
        Assert.Null(response.TokenUsage);
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{"choices":null}""", 0)]
    [InlineData("""{"choices":[null,{"text":null,"stop_reason":null}]}""", 1)]
    public void Read_NothingOrNulls_IsEmpty(string json, int choices)
    {
        var response = BedrockJson.Deserialize<DeepSeekResponse>(json);

        Assert.Equal(choices, response.Choices.Count);
        Assert.Equal(string.Empty, response.Text);
        Assert.Null(response.StopReason);
    }

    [Fact]
    public void Read_Unknown_Survives()
    {
        DeepSeekResponse response =
            Family.RoundTrip<DeepSeekResponse>("""{"choices":[{"text":"a","stop_reason":"tired","logprobs":{"a":[-0.5]}}],"later":[1,{"x":2}]}""");

        Assert.Equal("tired", response.StopReason!.Value.ToString());
        Assert.Equal(string.Empty, default(DeepSeekStopReason).ToString());
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("[]", "$")]
    [InlineData("", null)]
    [InlineData("""{"choices":{}}""", "$.choices")]
    [InlineData("""{"choices":[{"text":5}]}""", "$.choices[0].text")]
    [InlineData("""{"choices":[{"stop_reason":5}]}""", "$.choices[0].stop_reason")]
    [InlineData("""{"choices":[{"text":"secret """, null)]
    public void Read_Malformed_NamesThePlaceWithoutTheText(string json, string? path)
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<DeepSeekResponse>(json));

        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
        if (path is not null)
        {
            Assert.Equal(path, e.Path);
        }
    }
}
