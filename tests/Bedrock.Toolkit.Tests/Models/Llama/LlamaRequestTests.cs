using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;
using LlamaFamily = Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.LlamaRequest, Bedrock.Toolkit.Models.LlamaResponse, Bedrock.Toolkit.Models.LlamaStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.Llama;

public sealed class LlamaRequestTests
{
    private static readonly LlamaFamily Family = new(LlamaModels.FromId("any"));

    [Fact]
    public void Write_Minimal_MatchesSnapshot() =>
        Snapshot.Match(LlamaFamily.HttpText(LlamaModels.Llama31Instruct8B, LlamaRequest.For("Why is the sky blue?")));

    [Fact]
    public void Write_Full_MatchesSnapshot() => Snapshot.Match(LlamaFamily.HttpText(LlamaModels.Llama4Scout17B.InProfile("us"), Full()));

    [Fact]
    public void For_AFormat_WritesItsTemplate() =>
        Assert.Equal("<s>[INST] Hello [/INST]", LlamaRequest.For(" Hello ", LlamaPromptFormat.Llama2).Prompt);

    [Fact]
    public void Read_UnknownMembers_Survive() => Family.RoundTrip<LlamaRequest>(
        """{"prompt":"hi","max_gen_len":5,"seed":{"a":[1]},"amazon-bedrock-guardrailConfig":{"tagSuffix":"q7","streamProcessingMode":"SYNCHRONOUS"},"later":[{"x":1.0}]}""");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"prompt":null}""")]
    [InlineData("""{"prompt":5}""")]
    [InlineData("""{"prompt":"a","max_gen_len":1.5}""")]
    [InlineData("""{"prompt":"a","images":"iVBOR"}""")]
    [InlineData("""{"prompt":"a","images":[7]}""")]
    [InlineData("""{"prompt":"a" """)]
    public void Read_Malformed_IsAJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<LlamaRequest>(json));

    [Fact]
    public void Write_NullPrompt_IsAJsonException() =>
        Assert.Throws<JsonException>(() => BedrockJson.Serialize(new LlamaRequest { Prompt = null! }));

    [Fact]
    public void Clone_ChangedLater_LeavesTheOriginalAlone()
    {
        LlamaRequest original = Full();
        string before = BedrockJson.Serialize(original);
        LlamaRequest copy = original.Clone();
        Assert.Equal(before, BedrockJson.Serialize(copy));

        copy.Images!.Clear();
        copy.GuardrailConfig!.TagSuffix = "zz";
        copy.GuardrailConfig.AdditionalProperties!.Clear();
        copy.AdditionalProperties!.Clear();

        Assert.Equal(before, BedrockJson.Serialize(original));
        Assert.Equal(BedrockJson.Serialize(LlamaRequest.For("a")), BedrockJson.Serialize(LlamaRequest.For("a").Clone()));
    }

    [Fact]
    public void Check_WhatTheServiceRefuses_IsRefused()
    {
        Family.AssertRefused(new() { Prompt = " \n" }, "Prompt");
        Family.AssertRefused(new() { Prompt = null! }, "Prompt");
        Family.AssertRefused(new() { Prompt = "a", MaxGenLen = 0 }, "MaxGenLen", "at least 1");
        Family.AssertRefused(new() { Prompt = "a", Temperature = double.NaN }, "Temperature");
        Family.AssertRefused(new() { Prompt = "a", TopP = double.PositiveInfinity }, "TopP");
        Family.AssertRefused(new() { Prompt = "a", Images = ["x", ""] }, "Images[1]");
        LlamaFamily.AssertRefused(LlamaModels.Llama33Instruct70B, new() { Prompt = "a", Images = ["x"] }, "Images", "text only");
        Assert.Throws<ArgumentNullException>(() => LlamaModels.FromId("x").CheckRequest!(null!));
    }

    [Fact]
    public void Check_RangesOfTheService_AreLeftToIt() =>
        LlamaModels.Llama3Instruct8B.CheckRequest!(new() { Prompt = "a", MaxGenLen = 100_000, Temperature = 7, TopP = -1, Images = [] });

    private static LlamaRequest Full() => new()
    {
        Prompt = "<|begin_of_text|>Grüße, \"quay\" <n> 'mole' & 水 🌊\nsecond line",
        Temperature = 0.4,
        TopP = 0.95,
        MaxGenLen = 256,
        Images = ["aGFyYm91cg==", "bGlnaHQ="],
        GuardrailConfig = new()
        {
            TagSuffix = "q7",
            AdditionalProperties = new Dictionary<string, JsonElement> { ["streamProcessingMode"] = JsonElement.Parse("\"SYNCHRONOUS\"") },
        },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = JsonElement.Parse("""{"a":[1,null]}""") },
    };
}
