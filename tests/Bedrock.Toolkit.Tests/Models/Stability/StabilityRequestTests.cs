using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Images;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.Stability;

public class StabilityRequestTests
{
    private static readonly BedrockImage Signature = new(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A });

    private static readonly ImageModel<StableDiffusionRequest, StableDiffusionResponse> Xl = StableDiffusionModels.FromId("stability.stable-diffusion-xl-v1");

    [Fact]
    public void Write_Minimal_MatchesSnapshot() => Snapshot.Match(ImageWire.TextOf(StableImageModels.Core11, StableImageRequest.For("fog over a harbour")));

    [Fact]
    public void Write_Full_MatchesSnapshot() => Snapshot.Match(ImageWire.TextOf(StableImageModels.Sd35Large, new StableImageRequest
    {
        Prompt = "fog over a harbour",
        Mode = StableImageMode.ImageToImage,
        Image = Signature,
        Strength = 0.65,
        NegativePrompt = "people",
        Seed = 4294967294,
        OutputFormat = StableImageFormat.Webp,
    }));

    [Fact]
    public void Write_Masked_MatchesSnapshot() => Snapshot.Match(ImageWire.TextOf(Xl, new StableDiffusionRequest
    {
        TextPrompts = [new() { Text = "fog" }, new() { Text = "people", Weight = -1 }],
        CfgScale = 7.5,
        ClipGuidancePreset = StableDiffusionClipGuidance.FastBlue,
        Sampler = StableDiffusionSampler.KDpmpp2M,
        Samples = 1,
        Seed = 42,
        Steps = 40,
        StylePreset = StabilityStylePreset.Model3D,
        Extras = JsonElement.Parse("""{"a":null}"""),
        InitImage = Signature,
        MaskSource = StableDiffusionMaskSource.MaskImageBlack,
        MaskImage = Signature,
    }));

    [Fact]
    public void Write_Service_MatchesSnapshot() => Snapshot.Match(ImageWire.TextOf(
        StabilityServiceModels.Outpaint.InProfile("us"),
            new StableOutpaintRequest { Image = Signature, Left = 64, StylePreset = StabilityStylePreset.LineArt }));

    [Theory]
    [InlineData("""{"prompt":"a","guidance":{"x":null},"mode":"video-to-image","output_format":"avif"}""")]
    public void Read_UnknownMembersAndValues_Survive(string json) =>
        EqualJson.Check(json, BedrockJson.Serialize(BedrockJson.Deserialize<StableImageRequest>(json)), "guidance");

    [Fact]
    public void Read_UnknownInAnAnswer_Survives()
    {
        const string json = """{"seeds":["12"],"finish_reasons":[null,"Filter reason: tea"],"images":[],"cost":{"a":null}}""";

        var response = BedrockJson.Deserialize<StableImageResponse>(json);

        Assert.Equal([12], response.Seeds);
        Assert.Equal([null, "Filter reason: tea"], response.FinishReasons);
        EqualJson.Check("""{"seeds":[12],"finish_reasons":[null,"Filter reason: tea"],"images":[],"cost":{"a":null}}""", BedrockJson.Serialize(response),
            "cost");
    }

    [Theory]
    [InlineData("""{"seeds":[1.5]}""", "$.seeds")]
    [InlineData("""{"seeds":["x"]}""", "$.seeds")]
    [InlineData("""{"finish_reasons":[1]}""", "$.finish_reasons")]
    [InlineData("""{"images":"x"}""", "$.images")]
    public void Read_Malformed_IsAJsonExceptionWithThePath(string json, string path) =>
        Assert.StartsWith(path, Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<StableImageResponse>(json)).Path, StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"prompt":null}""")]
    public void Read_WithoutTheRequiredPrompt_IsAJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<StableImageRequest>(json));

    [Fact]
    public void Check_WrongCombinations_AreRefused()
    {
        ImageWire.AssertRefused(StableImageModels.Core11.CheckRequest, StableImageRequest.For(" "), "Prompt is blank");
        ImageWire.AssertRefused(StableImageModels.Core11.CheckRequest, StableImageRequest.For(new string('a', 10_001)), "Prompt", "10000");
        ImageWire.AssertRefused(StableImageModels.Core11.CheckRequest, new() { Prompt = "a", Mode = StableImageMode.TextToImage }, "Mode", "Core");
        ImageWire.AssertRefused(StableImageModels.Core11.CheckRequest, new() { Prompt = "a", Image = Signature }, "Image", "Core");
        ImageWire.AssertRefused(StableImageModels.Core11.CheckRequest, new() { Prompt = "a", Strength = 0.5 }, "Strength", "Core");
        ImageWire.AssertRefused(StableImageModels.Sd35Large.CheckRequest, new() { Prompt = "a", Mode = StableImageMode.ImageToImage }, "Image and Strength");
        ImageWire.AssertRefused(StableImageModels.Sd35Large.CheckRequest, new() { Prompt = "a", Image = Signature }, "Mode");
        ImageWire.AssertRefused(StableImageModels.Sd35Large.CheckRequest, new() { Prompt = "a", Strength = 0.4 }, "Strength needs Image");
        ImageWire.AssertRefused(StableImageModels.Ultra11.CheckRequest, new() { Prompt = "a", Image = Signature, AspectRatio = "1:1" },
            "AspectRatio excludes Image");
        ImageWire.AssertRefused(StableImageModels.Ultra11.CheckRequest, new() { Prompt = "a", Image = ImageBytes.NoImage }, "Image is no image");
        ImageWire.AssertRefused(StableImageModels.Ultra11.CheckRequest, new() { Prompt = "a", Image = Signature, Strength = double.NaN }, "Strength", "NaN");
        StableImageModels.Ultra11.CheckRequest!(new() { Prompt = "a", Image = Signature });
    }

    [Fact]
    public void Check_StableDiffusionXl_WrongCombinationsAreRefused()
    {
        ImageWire.AssertRefused(Xl.CheckRequest, new() { TextPrompts = [] }, "TextPrompts is empty");
        ImageWire.AssertRefused(Xl.CheckRequest, StableDiffusionRequest.For(" "), "blank");
        ImageWire.AssertRefused(Xl.CheckRequest, StableDiffusionRequest.For(new string('a', 2001)), "TextPrompts[0].Text", "2000");
        ImageWire.AssertRefused(Xl.CheckRequest, Of(r => r.MaskImage = Signature), "A mask needs a source image");
        ImageWire.AssertRefused(Xl.CheckRequest, Of(r => (r.InitImage, r.MaskImage) = (Signature, Signature)), "MaskSource");
        ImageWire.AssertRefused(Xl.CheckRequest, Of(r => (r.InitImage, r.Width) = (Signature, 1024)), "Width and Height exclude InitImage");
        ImageWire.AssertRefused(Xl.CheckRequest, Of(r => r.CfgScale = double.PositiveInfinity), "CfgScale");
        ImageWire.AssertRefused(
            Xl.CheckRequest,
            Of(r => (r.InitImage, r.MaskSource, r.MaskImage) = (ImageBytes.Png(), StableDiffusionMaskSource.MaskImageWhite, ImageBytes.Mask(9, 9))),
            "MaskImage is 9x9 pixels, but the image is 8x6");
    }

    [Fact]
    public void Check_Services_WrongCombinationsAreRefused()
    {
        ImageWire.AssertRefused(StabilityServiceModels.Outpaint.CheckRequest, new() { Image = Signature, Left = 0 }, "Left, Right, Up and Down are all 0");
        ImageWire.AssertRefused(StabilityServiceModels.Inpaint.CheckRequest, new() { Prompt = "a", Image = ImageBytes.Png(), Mask = ImageBytes.Mask(3, 3) },
            "Mask is 3x3");
        ImageWire.AssertRefused(StabilityServiceModels.EraseObject.CheckRequest, new() { Image = ImageBytes.NoImage }, "Image is no image");
        ImageWire.AssertRefused(StabilityServiceModels.SearchReplace.CheckRequest, new() { Prompt = "a", Image = Signature, SearchPrompt = "" },
            "SearchPrompt is blank");
        ImageWire.AssertRefused(StabilityServiceModels.SearchRecolor.CheckRequest, new() { Prompt = "a", Image = Signature, SelectPrompt = " " },
            "SelectPrompt is blank");
        ImageWire.AssertRefused(StabilityServiceModels.StyleTransfer.CheckRequest, new() { InitImage = Signature, StyleImage = null! }, "StyleImage is null");
        Assert.Contains("exactly one", Assert.Throws<ArgumentException>(() => StabilityServiceModels.FastUpscale.CreateRequest(new ImageInput())).Message,
            StringComparison.Ordinal);
        Assert.Contains("Prompt is set", Assert.Throws<ArgumentException>(() => StabilityServiceModels.FastUpscale.CreateRequest("a")).Message,
            StringComparison.Ordinal);
        Assert.Contains("two", Assert.Throws<ArgumentException>(() => StabilityServiceModels.StyleTransfer.CreateRequest("a")).Message,
            StringComparison.Ordinal);
    }

    private static StableDiffusionRequest Of(Action<StableDiffusionRequest> change)
    {
        StableDiffusionRequest request = StableDiffusionRequest.For("a");
        change(request);
        return request;
    }
}
