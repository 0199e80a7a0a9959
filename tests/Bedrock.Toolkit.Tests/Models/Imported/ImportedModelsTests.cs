using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Models.Imported;

public sealed class ImportedModelsTests
{
    private const string Arn = "arn:aws:bedrock:us-east-1:123456789012:imported-model/abc123def456";

    [Fact]
    public void FromArn_Style_GivesItsTypes()
    {
        StreamingModel<ImportedBedrockCompletionRequest, ImportedBedrockCompletionResponse, ImportedBedrockCompletionStreamEvent> bedrock =
            ImportedModels.FromArn(Arn, ImportedModelStyles.BedrockCompletion);
        StreamingModel<ImportedOpenAICompletionRequest, ImportedOpenAICompletionResponse, ImportedOpenAICompletionStreamEvent> completion =
            ImportedModels.FromArn(Arn, ImportedModelStyles.OpenAICompletion);
        StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> chat =
            ImportedModels.FromArn(Arn, ImportedModelStyles.OpenAIChat);

        Assert.All(new Model[] { bedrock, completion, chat }, model =>
        {
            Assert.Equal(Arn, model.Id.Value);
            Assert.Equal(ModelIdKind.ImportedModel, model.Id.Kind);
            Assert.True(model.Capabilities.Streaming);
        });
        Assert.Equal(7, bedrock.ReadMaxTokens!(ImportedBedrockCompletionRequest.For("a", 7)));
        Assert.Equal(7, completion.ReadMaxTokens!(ImportedOpenAICompletionRequest.For("a", 7)));
    }

    [Fact]
    public void Styles_Name_IsThatOfTheService()
    {
        Assert.Equal("BedrockCompletion", ImportedModelStyles.BedrockCompletion.Name);
        Assert.Equal("OpenAICompletion", ImportedModelStyles.OpenAICompletion.ToString());
        Assert.Equal("OpenAIChatCompletion", ImportedModelStyles.OpenAIChat.Name);
    }

    [Fact]
    public void FromArn_NullOrDefault_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(
            () => ImportedModels.FromArn<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent>(Arn, null!));
        Assert.Throws<InvalidOperationException>(() => ImportedModels.FromArn(default, ImportedModelStyles.OpenAICompletion));
        Assert.Throws<InvalidOperationException>(() => ImportedModels.BedrockCompletion(default));
    }

    [Fact]
    public async Task Call_EachStyle_IsAnsweredInItsFormat_Streaming()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient client = server.CreateClient();
        ImportedBedrockCompletionRequest first = ImportedBedrockCompletionRequest.For("Tie a bowline");
        ImportedOpenAICompletionRequest second = ImportedOpenAICompletionRequest.For("Tie a bowline");
        var third = new ChatCompletionRequest { Messages = [ChatCompletionMessage.User("Tie a bowline")], MaxTokens = 64 };

        ImportedBedrockCompletionResponse bedrock = await client.InvokeAsync(ImportedModels.BedrockCompletion(Arn), first);
        ImportedOpenAICompletionResponse completion = await client.InvokeAsync(ImportedModels.OpenAICompletion(Arn), second);
        ChatCompletionResponse chat = await client.InvokeAsync(ImportedModels.OpenAIChat(Arn), third);

        Assert.Contains("Tie a bowline", bedrock.Text, StringComparison.Ordinal);
        Assert.Equal(bedrock.Text, completion.Text);
        Assert.Contains("Tie a bowline", chat.Text, StringComparison.Ordinal);
        Assert.Equal(bedrock.Text, (await client.StreamAsync(ImportedModels.BedrockCompletion(Arn), first).ToResponseAsync()).Text);
        Assert.Equal(completion.Text, (await client.StreamAsync(ImportedModels.OpenAICompletion(Arn), second).ToResponseAsync()).Text);
        Assert.Equal(chat.Text, (await client.StreamAsync(ImportedModels.OpenAIChat(Arn), third).ToResponseAsync()).Text);
    }
}
