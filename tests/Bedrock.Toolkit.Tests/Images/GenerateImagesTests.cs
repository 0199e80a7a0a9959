using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Images;

public class GenerateImagesTests
{
    private static readonly ImageModel<AmazonImageRequest, AmazonImageResponse> Canvas = NovaCanvasModels.FromId("amazon.nova-canvas-v1:0");

    [Fact]
    public async Task GenerateImagesAsync_SizeCountAndSeed_AreHonouredByAPngThatOpens()
    {
        using var fake = new FakeBedrock();
        var input = new ImageInput { Prompt = "a harbour", Size = new(320, 480), Count = 2, Seed = 7 };

        ImageResult first = await fake.Client.GenerateImagesAsync(Canvas, input);
        ImageResult again = await fake.Client.GenerateImagesAsync(Canvas, input);
        ImageResult other = await fake.Client.GenerateImagesAsync(Canvas, new ImageInput { Prompt = "a harbour", Size = new(320, 480), Seed = 8 });

        Assert.Equal(ImageStatus.Complete, first.Status);
        Assert.Equal(2, first.Images.Count);
        Assert.All(first.Images, image => Assert.Equal(("image/png", new ImageSize(320, 480)), (image.MediaType, image.Size)));
        Assert.True(first.Image.Bytes.Span.SequenceEqual(again.Image.Bytes.Span));
        Assert.False(first.Image.Bytes.Span.SequenceEqual(first.Images[1].Bytes.Span));
        Assert.NotNull(first.Metadata?.RequestId);
        Assert.Single(other.Images);
    }

    [Fact]
    public async Task GenerateImagesAsync_Text_IsEnough()
    {
        using var fake = new FakeBedrock();

        ImageResult result = await fake.Client.GenerateImagesAsync(StableImageModels.Core11, "a harbour");

        Assert.Equal(ImageStatus.Complete, result.Status);
        Assert.Equal(new ImageSize(1024, 1024), result.Image.Size);
        Assert.Single(result.Seeds);
    }

    [Fact]
    public void ReadImages_EmptyImageInThePlaceOfAFilteredOne_IsFiltered()
    {
        ImageResult result = StableImageModels.Core11.ReadImages(
            BedrockJson.Deserialize<StableImageResponse>("""{"finish_reasons":["Filter reason: output image"],"images":[""]}"""));

        Assert.Equal(ImageStatus.Filtered, result.Status);
        Assert.Empty(result.Images);
    }

    [Fact]
    public async Task GenerateImagesAsync_Filtered_IsATypedOutcomeWithTheReason()
    {
        using var fake = new FakeBedrock();

        ImageResult stable = await fake.Client.GenerateImagesAsync(StableImageModels.Core11, "something forbidden");
        ImageResult canvas = await fake.Client.GenerateImagesAsync(Canvas, "something forbidden");
        ImageResult sdxl = await fake.Client.GenerateImagesAsync(StableDiffusionModels.FromId("stability.stable-diffusion-xl-v1"), "something forbidden");

        Assert.Equal((ImageStatus.Filtered, "Filter reason: prompt"), (stable.Status, Assert.Single(stable.Reasons)));
        Assert.Empty(stable.Images);
        Assert.Contains("Filter reason: prompt", Assert.Throws<InvalidOperationException>(() => stable.Image).Message, StringComparison.Ordinal);
        Assert.Equal(ImageStatus.Filtered, canvas.Status);
        Assert.Contains("blocked", Assert.Single(canvas.Reasons), StringComparison.Ordinal);
        Assert.Equal((ImageStatus.Filtered, "CONTENT_FILTERED"), (sdxl.Status, Assert.Single(sdxl.Reasons)));
        Assert.Single(sdxl.Images);
    }

    [Fact]
    public void ReadImages_SomeBlocked_IsPartial()
    {
        ImageResult result = Canvas.ReadImages(new AmazonImageResponse { Images = [ImageBytes.Png()], Error = "Some images were blocked." });

        Assert.Equal((ImageStatus.Partial, "Some images were blocked."), (result.Status, Assert.Single(result.Reasons)));
        Assert.Same(result.Images[0], result.Image);
    }

    [Fact]
    public void ReadImages_InferenceError_IsFailed() => Assert.Equal(
        ImageStatus.Failed, StableImageModels.Core11.ReadImages(new StableImageResponse { FinishReasons = ["Inference error"] }).Status);

    [Fact]
    public void ReadImages_NothingAtAll_IsFailedAndNotComplete() => Assert.Equal(
        ImageStatus.Failed, StableImageModels.Core11.ReadImages(new StableImageResponse()).Status);

    [Fact]
    public async Task GenerateImagesAsync_WithAMask_Inpaints()
    {
        using var fake = new FakeBedrock();
        var input = new ImageInput { Prompt = "a buoy", Images = [ImageBytes.Png()], Mask = ImageBytes.Mask() };

        await fake.Client.GenerateImagesAsync(Canvas, input);
        await fake.Client.GenerateImagesAsync(StabilityServiceModels.Inpaint.InProfile("us"), input);

        Assert.Equal("INPAINTING", fake.Requests(Canvas)[0].TaskType.Value);
        Assert.Equal("/model/us.stability.stable-image-inpaint-v1%3A0/invoke", fake.Calls[1].Path);
    }

    public static TheoryData<string, ImageInput> BadInputs => new()
    {
        { "Count is 6", new ImageInput { Prompt = "a", Count = 6 } },
        { "Count is 0", new ImageInput { Prompt = "a", Count = 0 } },
        { "Images[0] is no image", new ImageInput { Prompt = "a", Images = [ImageBytes.NoImage] } },
        { "Mask needs exactly one source image", new ImageInput { Prompt = "a", Mask = ImageBytes.Mask() } },
        { "Mask is 4x4 pixels, but the image is 8x6", new ImageInput { Prompt = "a", Images = [ImageBytes.Png()], Mask = ImageBytes.Mask(4, 4) } },
        { "Mask is no image", new ImageInput { Prompt = "a", Images = [ImageBytes.Png()], Mask = ImageBytes.NoImage } },
        { "TextToImageParams.Text is blank", new ImageInput() },
        { "MediaType is set", new ImageInput { Prompt = "a", MediaType = "image/jpeg" } },
        { "Seed is -1", new ImageInput { Prompt = "a", Seed = -1 } },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task GenerateImagesAsync_BadInput_NamesTheMemberAndTheRule(string message, ImageInput input)
    {
        using var fake = new FakeBedrock();

        var e = await Assert.ThrowsAsync<ArgumentException>(() => fake.Client.GenerateImagesAsync(Canvas, input));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Empty(fake.Calls);
    }

    [Theory]
    [InlineData(1920, 1080, "16:9")]
    [InlineData(100, 100, "1:1")]
    [InlineData(800, 1000, "4:5")]
    public void CreateRequest_Size_BecomesTheAspectRatio(int width, int height, string ratio)
    {
        StableImageRequest request =
            StableImageModels.Core11.CreateRequest(new ImageInput { Prompt = "a", Size = new(width, height), MediaType = "image/jpeg" });

        Assert.Equal((ratio, "jpeg"), (request.AspectRatio?.Value, request.OutputFormat?.Value));
    }

    [Fact]
    public void CreateRequest_SizeOfNoKnownRatio_IsRefused() => Assert.Contains(
        "16:9",
        Assert.Throws<ArgumentException>(() => StableImageModels.Core11.CreateRequest(new ImageInput { Prompt = "a", Size = new(1000, 999) })).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task InvokeAsync_MaskOfAnotherSize_IsRefusedByTheSimulatedServiceToo()
    {
        using var fake = new FakeBedrock();
        var unchecked_ = new Model<JsonElement, JsonElement>(
            "amazon.nova-canvas-v1:0", JsonElementContext.Default.JsonElement, JsonElementContext.Default.JsonElement);
        var request = new AmazonImageRequest
        {
            TaskType = AmazonImageTaskType.Inpainting,
            InPaintingParams = new AmazonInpainting { Image = ImageBytes.Png(), MaskImage = ImageBytes.Mask(4, 4) },
        };

        await Assert.ThrowsAsync<BedrockValidationException>(() => fake.Client.InvokeAsync(unchecked_, JsonElement.Parse(BedrockJson.Serialize(request))));
    }
}
