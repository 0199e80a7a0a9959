using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

public class BedrockAIServiceCollectionTests
{
    [Fact]
    public async Task AddBedrockChatClient_OverARegisteredClient_CallsTheModel()
    {
        using var fake = new FakeBedrock();
        var services = new ServiceCollection();
        services.AddBedrockChatClient("us.amazon.nova-lite-v1:0",
            options => options.InvokeOptions = new InvokeOptions { ServiceTier = BedrockServiceTier.Flex }).UseFunctionInvocation();
        services.AddKeyedBedrockChatClient("big", "us.amazon.nova-pro-v1:0");
        services.AddBedrockEmbeddingGenerator(TitanModels.EmbedTextV2, 256);
        services.AddKeyedBedrockEmbeddingGenerator("cohere", CohereEmbedModels.V4);
        services.AddSingleton(fake.Client);
        using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IChatClient>().GetResponseAsync("Hi");
        await provider.GetRequiredKeyedService<IChatClient>("big").GetResponseAsync("Hi");
        Embedding<float> vector = await provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync("Hi");
        await provider.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>("cohere").GenerateAsync("Hi");

        Assert.Equal(
            ["us.amazon.nova-lite-v1:0", "us.amazon.nova-pro-v1:0", "amazon.titan-embed-text-v2:0", CohereEmbedModels.V4.Id.Value],
            fake.Calls.Select(call => call.ModelId));
        Assert.Equal(256, vector.Dimensions);
        Assert.Contains("flex", System.Text.Encoding.UTF8.GetString(fake.Calls[0].Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddBedrockChatClient_WithTheKeyOfAClient_CallsThatClient()
    {
        using var one = new FakeBedrock();
        using var other = new FakeBedrock();
        var services = new ServiceCollection();
        services.AddSingleton(one.Client);
        services.AddKeyedSingleton("frankfurt", other.Client);
        services.AddBedrockChatClient("us.amazon.nova-lite-v1:0", bedrockKey: "frankfurt");
        using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IChatClient>().GetResponseAsync("Hi");

        Assert.Empty(one.Calls);
        Assert.Single(other.Calls);
    }

    [Theory]
    [InlineData(null, "services.AddBedrock(")]
    [InlineData("paris", "AddKeyedBedrock(\"paris\"")]
    public void AddBedrockChatClient_WithoutAClient_SaysWhatToCall(string? key, string named)
    {
        var services = new ServiceCollection();
        services.AddBedrockChatClient("us.amazon.nova-lite-v1:0", bedrockKey: key);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Contains(named, Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IChatClient>()).Message, StringComparison.Ordinal);
    }
}
