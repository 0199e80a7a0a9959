using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;
using DeepSeekFamily =
    Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.DeepSeekRequest, Bedrock.Toolkit.Models.DeepSeekResponse, Bedrock.Toolkit.Models.DeepSeekStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.DeepSeek;

public sealed class DeepSeekRequestTests
{
    private static readonly DeepSeekFamily Family = new(DeepSeekModels.FromId("any"));

    [Fact]
    public void Write_Minimal_MatchesSnapshot() =>
        Snapshot.Match(DeepSeekFamily.HttpText(DeepSeekModels.R1.InProfile("us"), DeepSeekRequest.For("Why is the sky blue?")));

    [Fact]
    public void Write_Full_MatchesSnapshot() => Snapshot.Match(DeepSeekFamily.HttpText(DeepSeekModels.R1.InProfile("us"), Full()));

    [Fact]
    public void Read_UnknownMembers_Survive() => Family.RoundTrip<DeepSeekRequest>(
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
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<DeepSeekRequest>(json));

    [Fact]
    public void Write_NullPrompt_IsAJsonException() =>
        Assert.Throws<JsonException>(() => BedrockJson.Serialize(new DeepSeekRequest { Prompt = null! }));

    [Fact]
    public void Clone_ChangedLater_LeavesTheOriginalAlone()
    {
        DeepSeekRequest original = Full();
        string before = BedrockJson.Serialize(original);
        DeepSeekRequest copy = original.Clone();
        Assert.Equal(before, BedrockJson.Serialize(copy));

        copy.Stop!.Clear();
        copy.GuardrailConfig!.TagSuffix = "zz";
        copy.AdditionalProperties!.Clear();

        Assert.Equal(before, BedrockJson.Serialize(original));
        Assert.Equal(BedrockJson.Serialize(DeepSeekRequest.For("a")), BedrockJson.Serialize(DeepSeekRequest.For("a").Clone()));
    }

    [Fact]
    public void Check_WhatTheServiceRefuses_IsRefused()
    {
        Family.AssertRefused(new() { Prompt = " \n" }, "Prompt");
        Family.AssertRefused(new() { Prompt = null! }, "Prompt");
        Family.AssertRefused(new() { Prompt = "a", MaxTokens = 0 }, "MaxTokens", "at least 1");
        Family.AssertRefused(new() { Prompt = "a", Temperature = double.NaN }, "Temperature");
        Family.AssertRefused(new() { Prompt = "a", TopP = double.PositiveInfinity }, "TopP");
        Family.AssertRefused(new() { Prompt = "a", Stop = ["x", null!] }, "Stop[1]");
        Family.AssertRefused(new() { Prompt = "a", Stop = [.. Enumerable.Repeat("x", 11)] }, "Stop", "at most 10");
        Assert.Throws<ArgumentNullException>(() => DeepSeekModels.FromId("x").CheckRequest!(null!));
    }

    [Fact]
    public void Check_RangesOfTheService_AreLeftToIt() => DeepSeekModels.R1.CheckRequest!(
        new() { Prompt = "a", MaxTokens = 100_000, Temperature = 7, TopP = -1, Stop = [.. Enumerable.Repeat("x", 10)] });

    private static DeepSeekRequest Full() => new()
    {
        Prompt = "<｜begin▁of▁sentence｜><｜User｜>Grüße, \"quay\" <n> 'mole' & 水<｜Assistant｜>",
        MaxTokens = 256,
        Stop = ["|", "User:"],
        Temperature = 0.4,
        TopP = 0.95,
        GuardrailConfig = new() { TagSuffix = "q7" },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = JsonElement.Parse("""{"a":[1,null]}""") },
    };
}
