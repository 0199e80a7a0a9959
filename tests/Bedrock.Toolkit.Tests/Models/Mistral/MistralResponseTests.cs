using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using MistralFamily =
    Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.MistralRequest, Bedrock.Toolkit.Models.MistralResponse, Bedrock.Toolkit.Models.MistralStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.Mistral;

public sealed class MistralResponseTests
{
    private static readonly MistralFamily Family = new(MistralModels.FromId("any"));

    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        var response = BedrockJson.Deserialize<MistralResponse>(
            """{"outputs":[{"text":" At the mole.","stop_reason":"length"}],"amazon-bedrock-guardrailAction":"NONE"}""");

        MistralOutput output = Assert.Single(response.Outputs);
        Assert.Equal(" At the mole.", output.Text);
        Assert.Equal(" At the mole.", response.Text);
        Assert.Equal(MistralStopReason.Length, output.StopReason);
        Assert.Equal(MistralStopReason.Length, response.StopReason);
        Assert.Equal(BedrockGuardrailAction.None, response.GuardrailAction);
        Assert.Null(response.TokenUsage);
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{"outputs":null}""", 0)]
    [InlineData("""{"outputs":[null,{"text":null,"stop_reason":null}]}""", 1)]
    public void Read_NothingOrNulls_IsEmpty(string json, int outputs)
    {
        var response = BedrockJson.Deserialize<MistralResponse>(json);

        Assert.Equal(outputs, response.Outputs.Count);
        Assert.Equal(string.Empty, response.Text);
        Assert.Null(response.StopReason);
    }

    [Fact]
    public void Read_Unknown_Survives()
    {
        MistralResponse response =
            Family.RoundTrip<MistralResponse>("""{"outputs":[{"text":"a","stop_reason":"tired","logprobs":{"a":[-0.5]}}],"later":[1,{"x":2}]}""");

        Assert.Equal("tired", response.StopReason!.Value.ToString());
        Assert.Equal(string.Empty, default(MistralStopReason).ToString());
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("[]", "$")]
    [InlineData("", null)]
    [InlineData("""{"outputs":{}}""", "$.outputs")]
    [InlineData("""{"outputs":[{"text":5}]}""", "$.outputs[0].text")]
    [InlineData("""{"outputs":[{"stop_reason":5}]}""", "$.outputs[0].stop_reason")]
    [InlineData("""{"outputs":[{"text":"secret """, null)]
    public void Read_Malformed_NamesThePlaceWithoutTheText(string json, string? path)
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<MistralResponse>(json));

        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
        if (path is not null)
        {
            Assert.Equal(path, e.Path);
        }
    }
}
