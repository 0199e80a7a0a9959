using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>Generators by id, default purposes, and ids of other families.</summary>
public class EmbeddingFamilyTests
{
    [Theory]
    [InlineData("amazon.titan-embed-text-v1", 1536)]
    [InlineData("amazon.titan-embed-text-v2:0", 1024)]
    [InlineData("amazon.titan-embed-image-v1", 1024)]
    [InlineData("cohere.embed-english-v3", 1024)]
    [InlineData("cohere.embed-multilingual-v3", 1024)]
    [InlineData("us.cohere.embed-v4:0", 1536)]
    [InlineData("amazon.nova-2-multimodal-embeddings-v1:0", 3072)]
    [InlineData("us.twelvelabs.marengo-embed-3-0-v1:0", 512)]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0", 1024)]
    public async Task AsIEmbeddingGenerator_OfAnId_PicksItsFamily(string id, int dimensions)
    {
        using FakeBedrock fake = new FakeBedrock().AllowAnyModel();
        IEmbeddingGenerator<string, Embedding<float>> generator = fake.Client.AsIEmbeddingGenerator(id);

        GeneratedEmbeddings<Embedding<float>> made = await generator.GenerateAsync(["one", "two"]);

        Assert.Equal([dimensions, dimensions], made.Select(vector => vector.Dimensions));
        Assert.Equal((id, dimensions),
            (generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId, generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelDimensions));
    }

    [Theory]
    [InlineData("us.amazon.nova-lite-v1:0", "Nova")]
    [InlineData("amazon.titan-embed-text-v9:0", "shows no")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc", "shows no")]
    public void AsIEmbeddingGenerator_OfAnotherId_SaysWhy(string id, string said)
    {
        using var fake = new FakeBedrock();

        Assert.Contains(said, Assert.Throws<ArgumentException>(() => fake.Client.AsIEmbeddingGenerator(id)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => fake.Client.AsIContentEmbeddingGenerator("amazon.titan-embed-text-v2:0"));
        Assert.Throws<ArgumentException>(() => fake.Client.AsIImageGenerator("us.amazon.nova-lite-v1:0"));
    }

    [Theory]
    [InlineData("cohere.embed-v4:0", "Cohere Embed 4")]
    [InlineData("amazon.titan-embed-text-v1", "Titan Text Embeddings V1")]
    [InlineData("us.amazon.nova-lite-v1:0", "Nova")]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "Claude")]
    public async Task ModelId_OfAnotherFamily_IsRefusedBeforeSending(string id, string said)
    {
        using var fake = new FakeBedrock();
        IEmbeddingGenerator<string, Embedding<float>> generator = fake.Client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2);

        ArgumentException e =
            await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { ModelId = id }));

        Assert.Contains(said, e.Message, StringComparison.Ordinal);
        Assert.Empty(fake.Calls);
    }

    [Fact]
    public async Task ModelIdOfImages_OfAnotherFamily_IsRefusedBeforeSending()
    {
        using var fake = new FakeBedrock();
        using IImageGenerator generator = fake.Client.AsIImageGenerator(StableImageModels.Core11);

        await Assert.ThrowsAsync<ArgumentException>(
            () => generator.GenerateAsync(new ImageGenerationRequest("a"), new ImageGenerationOptions { ModelId = "amazon.nova-canvas-v1:0" }));
        Assert.Empty(fake.Calls);
        await fake.Client.AsIImageGenerator("stability.stable-image-ultra-v1:1").GenerateImagesAsync("a");
        Assert.Equal("stability.stable-image-ultra-v1:1", Assert.Single(fake.Calls).ModelId);
    }

    [Fact]
    public async Task Options_PurposeAndDimensions_AreThoseOfEveryCallThatSaysNothing()
    {
        using var fake = new FakeBedrock();
        IEmbeddingGenerator<string, Embedding<float>> queries =
            fake.Client.AsIEmbeddingGenerator(CohereEmbedModels.V4,
                new() { Dimensions = 256, Purpose = EmbeddingPurpose.Query, InvokeOptions = new() { ServiceTier = BedrockServiceTier.Flex } });

        Embedding<float> made = await queries.GenerateAsync("harbour fog");
        await queries.GenerateAsync(["a"], new EmbeddingGenerationOptions { AdditionalProperties = new() { ["Purpose"] = "Document" } });

        Assert.Equal(256, made.Dimensions);
        Assert.Equal(["search_query", "search_document"], fake.Requests(CohereEmbedModels.V4).Select(request => request.InputType.ToString()));
        Assert.Equal("flex", fake.Calls[0].Headers["X-Amzn-Bedrock-Service-Tier"]);
    }
}
