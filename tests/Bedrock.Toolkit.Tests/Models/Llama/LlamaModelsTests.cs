using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.Llama;

public sealed class LlamaModelsTests
{
    [Fact]
    public void Ids_AreTheDocumentedOnes() => Assert.Equal(
    [
        "meta.llama2-13b-chat-v1", "meta.llama2-13b-v1", "meta.llama2-70b-chat-v1", "meta.llama2-70b-v1",
        "meta.llama3-1-405b-instruct-v1:0", "meta.llama3-1-70b-instruct-v1:0", "meta.llama3-1-8b-instruct-v1:0",
        "meta.llama3-2-11b-instruct-v1:0", "meta.llama3-2-1b-instruct-v1:0", "meta.llama3-2-3b-instruct-v1:0", "meta.llama3-2-90b-instruct-v1:0",
        "meta.llama3-3-70b-instruct-v1:0", "meta.llama3-70b-instruct-v1:0", "meta.llama3-8b-instruct-v1:0",
        "meta.llama4-maverick-17b-instruct-v1:0", "meta.llama4-scout-17b-instruct-v1:0",
    ],
    KnownModels.Of(typeof(LlamaModels)).Select(known => known.Model.Id.Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Retired_Models_SaySoAndNameTheReplacement() => Assert.Equal(4, KnownModels.CheckRetired(typeof(LlamaModels)));

    [Fact]
    public void Vision_IsWhereImagesAreTaken() => Assert.Equal(
        ["Llama32Instruct11B", "Llama32Instruct90B", "Llama4Maverick17B", "Llama4Scout17B"],
        KnownModels.Of(typeof(LlamaModels)).Where(known => known.Model.Capabilities.Input.HasFlag(ModelModalities.Image)).Select(known => known.Name)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void ReadMaxTokens_OfARequest_IsMaxGenLen() =>
        Assert.Equal(7, LlamaModels.Llama33Instruct70B.ReadMaxTokens!(new LlamaRequestBuilder(LlamaPromptFormat.Llama31).User("a").MaxTokens(7).Build()));

    [Fact]
    public void FromId_AnyId_KeepsChecksAndTakesImages()
    {
        const string Arn = "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123def456";

        Assert.Equal(Arn, LlamaModels.FromId(Arn).Id.Value);
        LlamaModels.FromId(Arn).CheckRequest!(new() { Prompt = "a", Images = ["x"] });
        Assert.Throws<ArgumentException>(() => LlamaModels.FromId(Arn).CheckRequest!(new() { Prompt = "" }));
        Assert.Throws<InvalidOperationException>(() => LlamaModels.FromId(default));
    }
}
