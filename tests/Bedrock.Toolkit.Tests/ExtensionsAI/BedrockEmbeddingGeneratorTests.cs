using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Images;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

public class BedrockEmbeddingGeneratorTests
{
    [Fact]
    public async Task GenerateAsync_Texts_GivesVectorsInOrderWithUsage()
    {
        using var fake = new FakeBedrock();
        IEmbeddingGenerator<string, Embedding<float>> generator = fake.Client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2, 512);

        GeneratedEmbeddings<Embedding<float>> made =
            await generator.GenerateAsync(["one", "two", "three"], new EmbeddingGenerationOptions { Dimensions = 256 });
        EmbeddingResult direct = await fake.Client.EmbedAsync(TitanModels.EmbedTextV2, ["one", "two", "three"], dimensions: 256);

        Assert.Equal(direct.Vectors.Select(v => v.ToArray()), made.Select(e => e.Vector.ToArray()));
        Assert.Equal(direct.Usage?.InputTokens, made.Usage?.InputTokenCount);
        Assert.All(made, e => Assert.Equal(("amazon.titan-embed-text-v2:0", 256), (e.ModelId, e.Dimensions)));
        Assert.Equal(512, (await generator.GenerateAsync("one")).Dimensions);
        Assert.Empty(await generator.GenerateAsync([]));
    }

    [Theory]
    [InlineData("Query", "search_query")]
    [InlineData("document", "search_document")]
    [InlineData(EmbeddingPurpose.Query, "search_query")]
    [InlineData(null, "search_document")]
    public async Task GenerateAsync_Purpose_ReachesTheModel(object? purpose, string sent)
    {
        using var fake = new FakeBedrock();
        IEmbeddingGenerator<string, Embedding<float>> generator = fake.Client.AsIEmbeddingGenerator(CohereEmbedModels.V4);

        await generator.GenerateAsync(["a", "b"], new EmbeddingGenerationOptions { AdditionalProperties = new() { ["Purpose"] = purpose } });

        Assert.Contains($"\"input_type\":\"{sent}\"", System.Text.Encoding.UTF8.GetString(fake.Calls.Single().Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_WhatHasNoPlace_IsReportedOrAnError()
    {
        using var fake = new FakeBedrock();
        IEmbeddingGenerator<string, Embedding<float>> generator = fake.Client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2);

        GeneratedEmbeddings<Embedding<float>> made =
            await generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { AdditionalProperties = new() { ["x"] = 1 } });

        Assert.Contains("\"x\"", Assert.Single(Assert.IsAssignableFrom<IReadOnlyList<string>>(made.AdditionalProperties!["Warnings"])),
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(
            () => generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { AdditionalProperties = new() { ["Purpose"] = "Sale" } }));
        await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(["a", " "]));
    }

    [Fact]
    public async Task GenerateAsync_RawRequestAndModelId_AreUsed()
    {
        using var fake = new FakeBedrock();
        IEmbeddingGenerator<string, Embedding<float>> generator = fake.Client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2);

        await generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { ModelId = "eu.amazon.titan-embed-text-v2:0" });
        await generator.GenerateAsync(["a"],
            new EmbeddingGenerationOptions { RawRepresentationFactory = _ => new TitanEmbedTextRequest { InputText = "raw" } });

        Assert.Equal("eu.amazon.titan-embed-text-v2:0", fake.Calls[0].ModelId);
        Assert.Contains("\"raw\"", System.Text.Encoding.UTF8.GetString(fake.Calls[1].Body.Span), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => generator.GenerateAsync(["a", "b"],
            new EmbeddingGenerationOptions { RawRepresentationFactory = _ => new TitanEmbedTextRequest { InputText = "raw" } }));
    }

    [Fact]
    public async Task GenerateAsync_TextsAndImages_KeepTheirPlaces()
    {
        using var fake = new FakeBedrock();
        IEmbeddingGenerator<AIContent, Embedding<float>> generator = fake.Client.AsIContentEmbeddingGenerator(TitanModels.EmbedImageV1);
        IEmbeddingGenerator<DataContent, Embedding<float>> images = generator;
        var image = new DataContent(ImageBytes.Png().Bytes, "image/png");

        GeneratedEmbeddings<Embedding<float>> made = await generator.GenerateAsync([new TextContent("a"), image, new TextContent("b")]);

        Assert.Equal((await images.GenerateAsync([image]))[0].Vector.ToArray(), made[1].Vector.ToArray());
        Assert.Equal((await generator.GenerateAsync([new TextContent("b")]))[0].Vector.ToArray(), made[2].Vector.ToArray());
        await Assert.ThrowsAsync<NotSupportedException>(() => generator.GenerateAsync([new UriContent("s3://a/b.png", "image/png")]));
        Assert.Throws<ArgumentException>(() => fake.Client.AsIContentEmbeddingGenerator(TitanModels.EmbedTextV2));
    }

    [Fact]
    public void GetService_KnownTypes_GivesThem()
    {
        using var fake = new FakeBedrock();
        IEmbeddingGenerator<string, Embedding<float>> generator = fake.Client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2, 256);

        var metadata = (EmbeddingGeneratorMetadata?)generator.GetService(typeof(EmbeddingGeneratorMetadata));
        Assert.Equal(("aws.bedrock", "amazon.titan-embed-text-v2:0", 256),
            (metadata?.ProviderName, metadata?.DefaultModelId, metadata?.DefaultModelDimensions));
        Assert.Same(fake.Client, generator.GetService(typeof(IBedrockClient)));
        Assert.Same(TitanModels.EmbedTextV2, generator.GetService(typeof(IEmbeddingModel)));
    }
}
