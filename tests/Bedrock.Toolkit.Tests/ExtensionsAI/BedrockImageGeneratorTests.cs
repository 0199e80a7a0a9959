using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Images;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

public class BedrockImageGeneratorTests
{
    private static readonly ImageModel<AmazonImageRequest, AmazonImageResponse> Canvas = NovaCanvasModels.FromId("amazon.nova-canvas-v1:0");

    [Fact]
    public async Task GenerateAsync_EveryOption_ReachesTheModel()
    {
        using var fake = new FakeBedrock();
        using IImageGenerator generator = fake.Client.AsIImageGenerator(Canvas);

        ImageGenerationResponse response = await generator.GenerateAsync(
            new ImageGenerationRequest("a harbour"),
            new ImageGenerationOptions
            {
                Count = 2,
                ImageSize = new(320, 640),
                MediaType = "image/png",
                AdditionalProperties = new() { ["Seed"] = 7, ["NegativePrompt"] = "people" },
            });

        AmazonImageRequest sent = fake.Requests(Canvas).Single();
        Assert.Equal(("a harbour", "people"), (sent.TextToImageParams?.Text, sent.TextToImageParams?.NegativeText));
        Assert.Equal((2, 320, 640, 7),
            (sent.ImageGenerationConfig?.NumberOfImages, sent.ImageGenerationConfig?.Width, sent.ImageGenerationConfig?.Height,
            sent.ImageGenerationConfig?.Seed));
        Assert.Equal(2, response.Contents.Count);
        Assert.All(response.Contents, content => Assert.Equal("image/png", Assert.IsType<DataContent>(content).MediaType));
        Assert.IsType<ImageResult>(response.RawRepresentation);
    }

    [Fact]
    public async Task GenerateAsync_OriginalImageAndMask_Inpaints()
    {
        using var fake = new FakeBedrock();
        using IImageGenerator generator = fake.Client.AsIImageGenerator(Canvas);
        var options = new ImageGenerationOptions { AdditionalProperties = new() { ["Mask"] = new DataContent(ImageBytes.Mask().Bytes, "image/png") } };

        await generator.EditImageAsync(new DataContent(ImageBytes.Png().Bytes, "image/png"), "a buoy", options);

        Assert.Equal(AmazonImageTaskType.Inpainting, fake.Requests(Canvas).Single().TaskType);
    }

    [Fact]
    public async Task GenerateAsync_Filtered_IsAnErrorContentWithTheReason()
    {
        using var fake = new FakeBedrock();
        using IImageGenerator generator = fake.Client.AsIImageGenerator(StableImageModels.Core11);

        ImageGenerationResponse response = await generator.GenerateAsync(new ImageGenerationRequest("something forbidden"));

        ErrorContent error = Assert.IsType<ErrorContent>(Assert.Single(response.Contents));
        Assert.Equal(("Filter reason: prompt", "Filtered"), (error.Message, error.ErrorCode));
    }

    [Fact]
    public async Task GenerateAsync_RawRepresentationAndModelId_AreUsed()
    {
        using var fake = new FakeBedrock();
        using IImageGenerator generator = fake.Client.AsIImageGenerator(StabilityServiceModels.RemoveBackground);

        await generator.GenerateAsync(new ImageGenerationRequest(), new ImageGenerationOptions
        {
            ModelId = "us.stability.stable-image-remove-background-v1:0",
            RawRepresentationFactory = _ => new StableRemoveBackgroundRequest { Image = ImageBytes.Png(), OutputFormat = StableImageFormat.Webp },
        });

        Assert.Equal("/model/us.stability.stable-image-remove-background-v1%3A0/invoke", fake.Calls.Single().Path);
    }

    public static TheoryData<string, ImageGenerationOptions> WhatHasNoPlace => new()
    {
        { "ResponseFormat", new ImageGenerationOptions { ResponseFormat = ImageGenerationResponseFormat.Uri } },
        { "StreamingCount", new ImageGenerationOptions { StreamingCount = 2 } },
        { "\"Seed\"", new ImageGenerationOptions { AdditionalProperties = new() { ["Seed"] = "7" } } },
        { "\"Mask\"", new ImageGenerationOptions { AdditionalProperties = new() { ["Mask"] = 7 } } },
    };

    [Theory]
    [MemberData(nameof(WhatHasNoPlace))]
    public async Task GenerateAsync_WhatHasNoPlace_IsAnErrorThatNamesIt(string named, ImageGenerationOptions options)
    {
        using var fake = new FakeBedrock();
        using IImageGenerator generator = fake.Client.AsIImageGenerator(Canvas);

        Exception? e = await Record.ExceptionAsync(() => generator.GenerateAsync(new ImageGenerationRequest("a"), options));

        Assert.True(e is NotSupportedException or ArgumentException);
        Assert.Contains(named, e.Message, StringComparison.Ordinal);
        Assert.Empty(fake.Calls);
    }

    [Fact]
    public void GetService_KnownTypes_GivesThem()
    {
        using var fake = new FakeBedrock();
        using IImageGenerator generator = fake.Client.AsIImageGenerator(Canvas);

        Assert.Equal(("aws.bedrock", "amazon.nova-canvas-v1:0"),
            (generator.GetService<ImageGeneratorMetadata>()?.ProviderName, generator.GetService<ImageGeneratorMetadata>()?.DefaultModelId));
        Assert.Same(fake.Client, generator.GetService<IBedrockClient>());
        Assert.Null(generator.GetService<string>());
    }
}
