using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.DeepSeek;

public sealed class DeepSeekModelsTests
{
    [Fact]
    public void Ids_AreTheDocumentedOnes()
    {
        Assert.Equal(["deepseek.r1-v1:0"], KnownModels.Of(typeof(DeepSeekModels)).Select(known => known.Model.Id.Value));
        Assert.True(DeepSeekModels.R1.Capabilities.Reasoning);
        Assert.Equal(32_768, DeepSeekModels.R1.Capabilities.MaxOutputTokens);
    }

    [Fact]
    public void Retired_Models_AreNone() => Assert.Equal(0, KnownModels.CheckRetired(typeof(DeepSeekModels)));

    [Fact]
    public void ReadMaxTokens_OfARequest_IsMaxTokens() => Assert.Equal(7, DeepSeekModels.R1.ReadMaxTokens!(new() { Prompt = "a", MaxTokens = 7 }));

    [Fact]
    public void FromId_AnyId_KeepsTheChecks()
    {
        Assert.Equal("us.deepseek.r2", DeepSeekModels.FromId("us.deepseek.r2").Id.Value);
        Assert.Throws<ArgumentException>(() => DeepSeekModels.FromId("x").CheckRequest!(new() { Prompt = "" }));
        Assert.Throws<InvalidOperationException>(() => DeepSeekModels.FromId(default));
    }
}
