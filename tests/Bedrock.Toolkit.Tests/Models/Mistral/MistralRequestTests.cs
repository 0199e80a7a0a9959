using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;
using MistralFamily =
    Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.MistralRequest, Bedrock.Toolkit.Models.MistralResponse, Bedrock.Toolkit.Models.MistralStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.Mistral;

public sealed class MistralRequestTests
{
    private static readonly MistralFamily Family = new(MistralModels.FromId("any"));

    [Fact]
    public void Write_Minimal_MatchesSnapshot() =>
        Snapshot.Match(MistralFamily.HttpText(MistralModels.Mistral7BInstruct, MistralRequest.For("Why is the sky blue?")));

    [Fact]
    public void Write_Full_MatchesSnapshot() => Snapshot.Match(MistralFamily.HttpText(MistralModels.Mixtral8X7BInstruct, Full()));

    [Fact]
    public void Read_UnknownMembers_Survive() => Family.RoundTrip<MistralRequest>(
        """{"prompt":"hi","max_tokens":5,"seed":{"a":[1]},"amazon-bedrock-guardrailConfig":{"tagSuffix":"q7","streamProcessingMode":"SYNCHRONOUS"},"later":[{"x":1.0}]}""");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"prompt":null}""")]
    [InlineData("""{"prompt":5}""")]
    [InlineData("""{"prompt":"a","max_tokens":1.5}""")]
    [InlineData("""{"prompt":"a","stop":"x"}""")]
    [InlineData("""{"prompt":"a","stop":[7]}""")]
    [InlineData("""{"prompt":"a" """)]
    public void Read_Malformed_IsAJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<MistralRequest>(json));

    [Fact]
    public void Write_NullPrompt_IsAJsonException() =>
        Assert.Throws<JsonException>(() => BedrockJson.Serialize(new MistralRequest { Prompt = null! }));

    [Fact]
    public void Clone_ChangedLater_LeavesTheOriginalAlone()
    {
        MistralRequest original = Full();
        string before = BedrockJson.Serialize(original);
        MistralRequest copy = original.Clone();
        Assert.Equal(before, BedrockJson.Serialize(copy));

        copy.Stop!.Clear();
        copy.GuardrailConfig!.TagSuffix = "zz";
        copy.AdditionalProperties!.Clear();

        Assert.Equal(before, BedrockJson.Serialize(original));
        Assert.Equal(BedrockJson.Serialize(MistralRequest.For("a")), BedrockJson.Serialize(MistralRequest.For("a").Clone()));
    }

    [Fact]
    public void Check_WhatTheServiceRefuses_IsRefused()
    {
        Family.AssertRefused(new() { Prompt = " \n" }, "Prompt");
        Family.AssertRefused(new() { Prompt = null! }, "Prompt");
        Family.AssertRefused(new() { Prompt = "a", MaxTokens = 0 }, "MaxTokens", "at least 1");
        Family.AssertRefused(new() { Prompt = "a", TopK = 0 }, "TopK", "at least 1");
        Family.AssertRefused(new() { Prompt = "a", Temperature = double.NaN }, "Temperature");
        Family.AssertRefused(new() { Prompt = "a", TopP = double.PositiveInfinity }, "TopP");
        Family.AssertRefused(new() { Prompt = "a", Stop = ["x", null!] }, "Stop[1]");
        Family.AssertRefused(new() { Prompt = "a", Stop = [.. Enumerable.Repeat("x", 11)] }, "Stop", "at most 10");
        Assert.Throws<ArgumentNullException>(() => MistralModels.FromId("x").CheckRequest!(null!));
    }

    [Fact]
    public void Check_RangesOfTheService_AreLeftToIt() => MistralModels.Small2402.CheckRequest!(
        new() { Prompt = "a", MaxTokens = 100_000, Temperature = 7, TopP = -1, TopK = 1_000, Stop = [.. Enumerable.Repeat("x", 10)] });

    private static MistralRequest Full() => new()
    {
        Prompt = "<s>[INST] Grüße, \"quay\" <n> 'mole' & 水 [/INST]",
        MaxTokens = 256,
        Stop = ["|", "User:"],
        Temperature = 0.4,
        TopP = 0.95,
        TopK = 50,
        GuardrailConfig = new() { TagSuffix = "q7" },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = JsonElement.Parse("""{"a":[1,null]}""") },
    };
}
