using System.Reflection;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.ChatCompletions;

public sealed class ChatCompletionModelsTests
{
    public static TheoryData<Type, string, int> Providers => new()
    {
        { typeof(OpenAIModels), "openai.", 5 },
        { typeof(QwenModels), "qwen.qwen3-", 7 },
        { typeof(DeepSeekChatModels), "deepseek.v3", 2 },
        { typeof(MiniMaxModels), "minimax.minimax-m2", 3 },
        { typeof(MoonshotModels), "moonshot", 3 },
        { typeof(GemmaModels), "google.gemma-3-", 3 },
        { typeof(NemotronModels), "nvidia.nemotron-", 4 },
        { typeof(GlmModels), "zai.glm-", 3 },
        { typeof(MistralChatCompletionModels), "mistral.", 8 },
        { typeof(GrokModels), "xai.grok-4.", 2 },
        { typeof(WriterModels), "writer.palmyra-", 3 },
    };

    [Theory]
    [MemberData(nameof(Providers))]
    public void Models_OfAProvider_AreComplete(Type provider, string prefix, int count)
    {
        List<Model> models = [.. provider.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (Model)property.GetValue(null)!)];

        Assert.Equal(count, models.Count);
        Assert.All(models, model =>
        {
            Assert.StartsWith(prefix, model.Id.Value, StringComparison.Ordinal);
            Assert.Equal((typeof(ChatCompletionRequest), typeof(ChatCompletionResponse)), (model.RequestType, model.ResponseType));
            Assert.True(model.Capabilities.Streaming);
            Assert.Equal(ModelStatus.Active, model.Lifecycle.Status);
            Assert.NotNull(((Model<ChatCompletionRequest, ChatCompletionResponse>)model).CheckRequest);
        });
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void FromId_AnyId_MakesAModel(Type provider, string prefix, int count)
    {
        _ = count;
        MethodInfo method = provider.GetMethod("FromId", [typeof(ModelId)])!;
        var model = (StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent>)method.Invoke(null,
            [new ModelId(prefix + "next")])!;

        Assert.Equal(prefix + "next", model.Id.Value);
        Assert.Same(OpenAIModels.GptOss120B.RequestTypeInfo, model.RequestTypeInfo);
        Assert.IsType<InvalidOperationException>(Assert.Throws<TargetInvocationException>(() => method.Invoke(null, [default(ModelId)])).InnerException);
    }

    [Fact]
    public void Capabilities_SomeModels_AreAsDocumented()
    {
        Assert.Equal((128_000, 16_000), (OpenAIModels.GptOss120B.Capabilities.ContextTokens, OpenAIModels.GptOss120B.Capabilities.MaxOutputTokens));
        Assert.Equal((1_040_000, 8_192), (WriterModels.PalmyraX5.Capabilities.ContextTokens, WriterModels.PalmyraX5.Capabilities.MaxOutputTokens));
        Assert.Equal(ModelModalities.Text | ModelModalities.Audio, MistralChatCompletionModels.VoxtralSmall2507.Capabilities.Input);
        Assert.Equal(ModelModalities.Text | ModelModalities.Image, QwenModels.Qwen3Vl235B.Capabilities.Input);
        Assert.True(OpenAIModels.GptOss20B.Capabilities is { Reasoning: true, Tools: true, Input: ModelModalities.Text });
        Assert.False(GemmaModels.Gemma3It4B.Capabilities.Reasoning);
        Assert.Null(MoonshotModels.KimiK3.Capabilities.MaxOutputTokens);
    }

    [Fact]
    public void ReadMaxTokens_EitherName_IsRead()
    {
        Assert.Equal(7, OpenAIModels.GptOss20B.ReadMaxTokens!(ChatCompletionRequest.For("a", 7)));
        Assert.Equal(8, OpenAIModels.GptOss20B.ReadMaxTokens!(new() { Messages = [], MaxCompletionTokens = 8 }));
        Assert.Null(OpenAIModels.GptOss20B.ReadMaxTokens!(new() { Messages = [] }));
        Assert.Equal(9, WriterModels.CompletionFromId("writer.palmyra-x4-v1:0").ReadMaxTokens!(WriterCompletionRequest.For("a", 9)));
    }
}
