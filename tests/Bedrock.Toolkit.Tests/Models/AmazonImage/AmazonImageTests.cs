using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Images;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.AmazonImage;

public class AmazonImageTests
{
    private static readonly BedrockImage Signature = new(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A });

    private static readonly ImageModel<AmazonImageRequest, AmazonImageResponse> Canvas = NovaCanvasModels.FromId("amazon.nova-canvas-v1:0");

    private static readonly ImageModel<AmazonImageRequest, AmazonImageResponse> Titan = TitanImageModels.FromId("amazon.titan-image-generator-v2:0");

    [SharedFact]
    public void Samples_ReadCheckedAndWritten_AreEqual()
    {
        string[] requests = [.. ImageWire.Samples("nova-canvas", ".request"), .. ImageWire.Samples("titan-image", ".request")];
        string[] responses = [.. ImageWire.Samples("nova-canvas", ".response"), .. ImageWire.Samples("titan-image", ".response")];

        Assert.Equal((19, 8), (requests.Length, responses.Length));
        Assert.All(requests, name =>
            (name[0] == 't' ? Titan : Canvas).CheckRequest!(ImageWire.RoundTrip<AmazonImageRequest>(ImageWire.Sample(name))));
        Assert.All(responses, name => ImageWire.RoundTrip<AmazonImageResponse>(ImageWire.Sample(name)));
    }

    [Fact]
    public void Write_Minimal_MatchesSnapshot() => Snapshot.Match(ImageWire.TextOf(Canvas, AmazonImageRequest.For("fog over a harbour")));

    [Fact]
    public void Write_Full_MatchesSnapshot() => Snapshot.Match(ImageWire.TextOf(Canvas, new AmazonImageRequest
    {
        TaskType = AmazonImageTaskType.VirtualTryOn,
        VirtualTryOnParams = new AmazonVirtualTryOn
        {
            SourceImage = Signature,
            ReferenceImage = Signature,
            MaskType = AmazonImageMaskType.Garment,
            GarmentBasedMask = new AmazonGarmentBasedMask
            {
                MaskShape = AmazonImageMaskShape.Contour,
                GarmentClass = AmazonImageGarmentClass.LongSleeveShirt,
                GarmentStyling = new AmazonGarmentStyling
                {
                    LongSleeveStyle = AmazonImageLongSleeveStyle.SleeveUp,
                    TuckingStyle = AmazonImageTuckingStyle.Tucked,
                    OuterLayerStyle = AmazonImageOuterLayerStyle.Open,
                },
            },
            MaskExclusions = new AmazonMaskExclusions
            {
                PreserveBodyPose = AmazonImagePreserve.On,
                PreserveHands = AmazonImagePreserve.Off,
                PreserveFace = AmazonImagePreserve.Default,
            },
            MergeStyle = AmazonImageMergeStyle.Detailed,
            ReturnMask = true,
        },
        ImageGenerationConfig = new AmazonImageGenerationConfig { NumberOfImages = 1, Quality = AmazonImageQuality.Premium, CfgScale = 6.5, Seed = 12 },
    }));

    [Theory]
    [InlineData("""{"taskType":"SCULPTURE","sculptureParams":{"clay":null},"imageGenerationConfig":{"dpi":300}}""")]
    public void Read_UnknownTask_SurvivesAndPassesTheCheck(string json)
    {
        var request = BedrockJson.Deserialize<AmazonImageRequest>(json);

        Canvas.CheckRequest!(request);
        EqualJson.Check(json, BedrockJson.Serialize(request), "sculptureParams");
    }

    [Fact]
    public void Read_UnknownInAnAnswer_Survives()
    {
        const string json = """{"images":["iVBORw0KGgo="],"error":null,"status":"Request Moderated","details":{"Moderation Reasons":["x"]}}""";

        EqualJson.Check(json, BedrockJson.Serialize(BedrockJson.Deserialize<AmazonImageResponse>(json)));
    }

    [Theory]
    [InlineData("""{"taskType":1}""")]
    [InlineData("""{"taskType":"TEXT_IMAGE","textToImageParams":[]}""")]
    [InlineData("""{"taskType":"TEXT_IMAGE","textToImageParams":{}}""")]
    [InlineData("""{"taskType":"BACKGROUND_REMOVAL","backgroundRemovalParams":{"image":"not base64!"}}""")]
    public void Read_Malformed_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<AmazonImageRequest>(json));

    [Fact]
    public void Check_WrongCombinations_AreRefused()
    {
        AssertRefused(new(), "TaskType is missing");
        AssertRefused(new() { TaskType = "TEXT_IMAGE" }, "TextToImageParams is missing");
        AssertRefused(new() { TaskType = "INPAINTING", TextToImageParams = new() { Text = "a" } }, "TextToImageParams is set", "INPAINTING");
        AssertRefused(AmazonImageRequest.For(""), "TextToImageParams.Text is blank");
        AssertRefused(AmazonImageRequest.For(new string('a', 1025)), "1024");
        ImageWire.AssertRefused(Titan.CheckRequest, AmazonImageRequest.For(new string('a', 513)), "512");
        AssertRefused(Inpaint(null, null), "exactly one of MaskPrompt and MaskImage");
        AssertRefused(Inpaint("x", ImageBytes.Mask()), "exactly one of MaskPrompt and MaskImage");
        AssertRefused(Inpaint(null, ImageBytes.Mask(5, 5)), "MaskImage is 5x5 pixels, but the image is 8x6");
        AssertRefused(Colors([]), "1 to 10");
        AssertRefused(Colors(["red"]), "Colors[0]", "#RRGGBB");
        AssertRefused(Colors([.. Enumerable.Repeat("#FFFFFF", 11)]), "11 colours");
        AssertRefused(new() { TaskType = "IMAGE_VARIATION", ImageVariationParams = new() { Images = [ImageBytes.NoImage] } }, "Images[0] is no image");
        AssertRefused(new() { TaskType = "IMAGE_VARIATION", ImageVariationParams = new() { Images = [] } }, "0 images");
        AssertRefused(TryOn(null), "MaskType is missing");
        AssertRefused(TryOn(AmazonImageMaskType.Prompt), "PromptBasedMask is missing");
        Canvas.CheckRequest!(Colors(["#0a2540"]));
    }

    private static void AssertRefused(AmazonImageRequest request, params string[] parts) => ImageWire.AssertRefused(Canvas.CheckRequest, request, parts);

    private static AmazonImageRequest Inpaint(string? prompt, BedrockImage? mask) => new()
    {
        TaskType = AmazonImageTaskType.Inpainting,
        InPaintingParams = new AmazonInpainting { Image = ImageBytes.Png(), MaskPrompt = prompt, MaskImage = mask },
    };

    private static AmazonImageRequest Colors(IList<string> colors) => new()
    {
        TaskType = AmazonImageTaskType.ColorGuidedGeneration,
        ColorGuidedGenerationParams = new AmazonColorGuidedGeneration { Text = "a", Colors = colors },
    };

    private static AmazonImageRequest TryOn(AmazonImageMaskType? type) => new()
    {
        TaskType = AmazonImageTaskType.VirtualTryOn,
        VirtualTryOnParams = new AmazonVirtualTryOn { SourceImage = ImageBytes.Png(), ReferenceImage = ImageBytes.Png(), MaskType = type },
    };
}
