using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.Mistral;

public sealed class MistralModelsTests
{
    [Fact]
    public void Ids_AreTheDocumentedOnes() => Assert.Equal(
        ["mistral.mistral-7b-instruct-v0:2", "mistral.mixtral-8x7b-instruct-v0:1", "mistral.mistral-small-2402-v1:0"],
        KnownModels.Of(typeof(MistralModels)).Select(known => known.Model.Id.Value));

    [Fact]
    public void Retired_Models_AreNone() => Assert.Equal(0, KnownModels.CheckRetired(typeof(MistralModels)));

    [Fact]
    public void ReadMaxTokens_OfARequest_IsMaxTokens() => Assert.Equal(7, MistralModels.Small2402.ReadMaxTokens!(new() { Prompt = "a", MaxTokens = 7 }));

    [Fact]
    public void FromId_AnyId_KeepsTheChecks()
    {
        const string Arn = "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123def456";

        Assert.Equal(Arn, MistralModels.FromId(Arn).Id.Value);
        Assert.Throws<ArgumentException>(() => MistralModels.FromId(Arn).CheckRequest!(new() { Prompt = "" }));
        Assert.Throws<InvalidOperationException>(() => MistralModels.FromId(default));
    }
}
