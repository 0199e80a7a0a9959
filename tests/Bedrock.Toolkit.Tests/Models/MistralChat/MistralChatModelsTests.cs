using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.MistralChat;

public sealed class MistralChatModelsTests
{
    [Fact]
    public void Ids_AreTheDocumentedOnes()
    {
        Assert.Equal(
            ["mistral.mistral-large-2402-v1:0", "mistral.mistral-large-2407-v1:0", "mistral.pixtral-large-2502-v1:0"],
            KnownModels.Of(typeof(MistralChatModels)).Select(known => known.Model.Id.Value));
        Assert.All(KnownModels.Of(typeof(MistralChatModels)), known => Assert.True(known.Model.Capabilities.Tools));
        Assert.True(MistralChatModels.PixtralLarge2502.Capabilities.Input.HasFlag(ModelModalities.Image));
        Assert.Equal(128_000, MistralChatModels.PixtralLarge2502.Capabilities.ContextTokens);
    }

    [Fact]
    public void Retired_Models_AreNone() => Assert.Equal(0, KnownModels.CheckRetired(typeof(MistralChatModels)));

    [Fact]
    public void ReadMaxTokens_OfARequest_IsMaxTokens() =>
        Assert.Equal(7, MistralChatModels.Large2407.ReadMaxTokens!(MistralChatModels.Conversation().User("a").MaxTokens(7).Build()));

    [Fact]
    public void FromId_AnyId_KeepsChecksAndTakesImages()
    {
        Assert.Equal("eu.mistral.next", MistralChatModels.FromId("eu.mistral.next").Id.Value);
        MistralChatModels.FromId("x").CheckRequest!(new() { Messages = [ChatCompletionMessage.User([new ChatCompletionImagePart("data:x")])] });
        Assert.Throws<ArgumentException>(() => MistralChatModels.FromId("x").CheckRequest!(new() { Messages = [] }));
        Assert.Throws<InvalidOperationException>(() => MistralChatModels.FromId(default));
    }
}
