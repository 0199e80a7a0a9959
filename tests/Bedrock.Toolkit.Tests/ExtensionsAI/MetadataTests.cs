using System.Diagnostics;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Images;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>What chat client and generators say of themselves.</summary>
[Collection(EnvironmentCollection.Name)]
public class MetadataTests
{
    private static readonly ImageModel<AmazonImageRequest, AmazonImageResponse> Canvas = NovaCanvasModels.FromId("amazon.nova-canvas-v1:0");

    [Fact]
    public void ProviderUri_OfEveryKind_IsTheAddressOfTheClient()
    {
        using var fake = new FakeBedrock(o => o.Region = "eu-central-1");

        Uri expected = new("https://bedrock-runtime.eu-central-1.amazonaws.com");
        Assert.Equal(expected, fake.Client.AsIChatClient("us.amazon.nova-lite-v1:0").GetService<ChatClientMetadata>()?.ProviderUri);
        Assert.Equal(expected, fake.Client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2).GetService<EmbeddingGeneratorMetadata>()?.ProviderUri);
        Assert.Equal(expected, fake.Client.AsIContentEmbeddingGenerator(TitanModels.EmbedImageV1).GetService<EmbeddingGeneratorMetadata>()?.ProviderUri);
        Assert.Equal(expected, fake.Client.AsIImageGenerator(Canvas).GetService<ImageGeneratorMetadata>()?.ProviderUri);
    }

    [Fact]
    public void ProviderUri_OfAServiceUrl_IsThatUrl()
    {
        using var client = new BedrockClient(new BedrockClientOptions { Region = "us-east-1", ServiceUrl = new("http://localhost:8080/bedrock/") });

        Assert.Equal(new Uri("http://localhost:8080/bedrock"), client.AsIChatClient().GetService<ChatClientMetadata>()?.ProviderUri);
    }

    [Fact]
    public async Task UseOpenTelemetry_OnTop_KnowsAddressAndPort()
    {
        using var fake = new FakeBedrock();
        string source = Guid.NewGuid().ToString();
        List<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using IChatClient chat = fake.Client.AsIChatClient("us.amazon.nova-lite-v1:0").AsBuilder().UseOpenTelemetry(sourceName: source).Build();

        await chat.GetResponseAsync("Hi");

        Assert.Equal("bedrock-runtime.us-east-1.amazonaws.com", Assert.Single(spans).GetTagItem("server.address"));
        Assert.Equal(443, spans[0].GetTagItem("server.port"));
    }

    [Fact]
    public void DefaultModelDimensions_WithoutAWish_AreTheModels()
    {
        using var fake = new FakeBedrock();

        Assert.Equal(1024, fake.Client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2).GetService<EmbeddingGeneratorMetadata>()?.DefaultModelDimensions);
        Assert.Equal(1536, fake.Client.AsIEmbeddingGenerator(CohereEmbedModels.V4).GetService<EmbeddingGeneratorMetadata>()?.DefaultModelDimensions);
        Assert.Equal(256, fake.Client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2, 256).GetService<EmbeddingGeneratorMetadata>()?.DefaultModelDimensions);
    }

    [Fact]
    public async Task ContentGenerator_AsAGeneratorOfTexts_GivesTheSameVectors()
    {
        using var fake = new FakeBedrock();
        IEmbeddingGenerator<AIContent, Embedding<float>> contents = fake.Client.AsIContentEmbeddingGenerator(TitanModels.EmbedImageV1);
        object generator = contents;
        var texts = Assert.IsAssignableFrom<IEmbeddingGenerator<string, Embedding<float>>>(generator);

        GeneratedEmbeddings<Embedding<float>> made = await texts.GenerateAsync(["a picture"]);

        Assert.Equal((await contents.GenerateAsync([new TextContent("a picture")]))[0].Vector.ToArray(), made[0].Vector.ToArray());
        Assert.Same(texts, texts.GetService<IEmbeddingGenerator<string, Embedding<float>>>());
    }

    [Fact]
    public async Task Images_MoreThanACallMakes_TakeSeveralCalls()
    {
        using var fake = new FakeBedrock();
        using IImageGenerator one = fake.Client.AsIImageGenerator(StableImageModels.Core11);
        using IImageGenerator five = fake.Client.AsIImageGenerator(Canvas);

        ImageGenerationResponse two = await one.GenerateAsync(new ImageGenerationRequest("a buoy"), new ImageGenerationOptions { Count = 2 });
        ImageGenerationResponse seven = await five.GenerateAsync(
            new ImageGenerationRequest("a buoy"), new ImageGenerationOptions { Count = 7, AdditionalProperties = new() { ["Seed"] = 5 } });

        Assert.Equal((2, 7), (two.Contents.OfType<DataContent>().Count(), seven.Contents.OfType<DataContent>().Count()));
        Assert.Equal(2, fake.Requests(StableImageModels.Core11).Count);
        Assert.Equal([(5, 5), (2, 10)], fake.Requests(Canvas).Select(r => (r.ImageGenerationConfig!.NumberOfImages!.Value, r.ImageGenerationConfig.Seed!.Value))
            .OrderBy(c => c.Item2));
    }

    [Fact]
    public async Task EditImage_OnEveryFamilyThatCan_Edits()
    {
        using var fake = new FakeBedrock();
        var picture = new DataContent(ImageBytes.Png(64, 64).Bytes, "image/png");
        IImageGenerator[] generators =
        [
            fake.Client.AsIImageGenerator(StableImageModels.Sd35Large), fake.Client.AsIImageGenerator(StableImageModels.Ultra11),
            fake.Client.AsIImageGenerator(Canvas), fake.Client.AsIImageGenerator(TitanImageModels.V2),
                fake.Client.AsIImageGenerator(StableDiffusionModels.Xl10),
        ];

        foreach (IImageGenerator generator in generators)
        {
            ImageGenerationResponse made = await generator.EditImageAsync(picture, "at night");
            Assert.IsType<DataContent>(Assert.Single(made.Contents));
        }

        Assert.Equal((0.7, StableImageMode.ImageToImage),
            (fake.Requests(StableImageModels.Sd35Large)[0].Strength, fake.Requests(StableImageModels.Sd35Large)[0].Mode));
        Assert.NotNull(fake.Requests(StableImageModels.Ultra11)[0].Image);
        ArgumentException core =
            await Assert.ThrowsAsync<ArgumentException>(() => fake.Client.AsIImageGenerator(StableImageModels.Core11).EditImageAsync(picture, "at night"));
        Assert.Contains("Stable Image Core", core.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PublicNames_OfConverse_AreNoneOfMicrosoftExtensionsAI()
    {
        HashSet<string> theirs =
            [.. typeof(AIContent).Assembly.GetExportedTypes().Concat(typeof(ChatClientBuilder).Assembly.GetExportedTypes()).Select(type => type.Name)];

        Assert.Empty(typeof(BedrockClient).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "Bedrock.Toolkit.Converse" && theirs.Contains(type.Name)).Select(type => type.FullName));
    }
}
