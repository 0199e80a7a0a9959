namespace Bedrock.Toolkit.Models;

/// <summary>A style of Stability AI's models. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<StabilityStylePreset>))]
public readonly partial struct StabilityStylePreset : IOpenValue<StabilityStylePreset>
{
    /// <summary>A rendered three-dimensional model.</summary>
    public static StabilityStylePreset Model3D { get; } = new("3d-model");

    /// <summary>A photo on film.</summary>
    public static StabilityStylePreset AnalogFilm { get; } = new("analog-film");

    /// <summary>Japanese animation.</summary>
    public static StabilityStylePreset Anime { get; } = new("anime");

    /// <summary>A frame of a film.</summary>
    public static StabilityStylePreset Cinematic { get; } = new("cinematic");

    /// <summary>A comic book.</summary>
    public static StabilityStylePreset ComicBook { get; } = new("comic-book");

    /// <summary>Digital art.</summary>
    public static StabilityStylePreset DigitalArt { get; } = new("digital-art");

    /// <summary>A more vivid picture of the same kind.</summary>
    public static StabilityStylePreset Enhance { get; } = new("enhance");

    /// <summary>Fantasy art.</summary>
    public static StabilityStylePreset FantasyArt { get; } = new("fantasy-art");

    /// <summary>An isometric drawing.</summary>
    public static StabilityStylePreset Isometric { get; } = new("isometric");

    /// <summary>A line drawing.</summary>
    public static StabilityStylePreset LineArt { get; } = new("line-art");

    /// <summary>Few, large polygons.</summary>
    public static StabilityStylePreset LowPoly { get; } = new("low-poly");

    /// <summary>Modelling clay.</summary>
    public static StabilityStylePreset ModelingCompound { get; } = new("modeling-compound");

    /// <summary>Neon colours at night.</summary>
    public static StabilityStylePreset NeonPunk { get; } = new("neon-punk");

    /// <summary>Folded paper.</summary>
    public static StabilityStylePreset Origami { get; } = new("origami");

    /// <summary>A photo.</summary>
    public static StabilityStylePreset Photographic { get; } = new("photographic");

    /// <summary>Visible pixels.</summary>
    public static StabilityStylePreset PixelArt { get; } = new("pixel-art");

    /// <summary>A texture that can be tiled.</summary>
    public static StabilityStylePreset TileTexture { get; } = new("tile-texture");
}

/// <summary>How CLIP guides Stable Diffusion XL. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<StableDiffusionClipGuidance>))]
public readonly partial struct StableDiffusionClipGuidance : IOpenValue<StableDiffusionClipGuidance>
{
    /// <summary>Fast, blue.</summary>
    public static StableDiffusionClipGuidance FastBlue { get; } = new("FAST_BLUE");

    /// <summary>Fast, green.</summary>
    public static StableDiffusionClipGuidance FastGreen { get; } = new("FAST_GREEN");

    /// <summary>No guidance.</summary>
    public static StableDiffusionClipGuidance None { get; } = new("NONE");

    /// <summary>Simple.</summary>
    public static StableDiffusionClipGuidance Simple { get; } = new("SIMPLE");

    /// <summary>Slow.</summary>
    public static StableDiffusionClipGuidance Slow { get; } = new("SLOW");

    /// <summary>Slower.</summary>
    public static StableDiffusionClipGuidance Slower { get; } = new("SLOWER");

    /// <summary>Slowest.</summary>
    public static StableDiffusionClipGuidance Slowest { get; } = new("SLOWEST");
}

/// <summary>How Stable Diffusion XL ended an image. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<StableDiffusionFinishReason>))]
public readonly partial struct StableDiffusionFinishReason : IOpenValue<StableDiffusionFinishReason>
{
    /// <summary>The image is complete.</summary>
    public static StableDiffusionFinishReason Success { get; } = new("SUCCESS");

    /// <summary>The model failed.</summary>
    public static StableDiffusionFinishReason Error { get; } = new("ERROR");

    /// <summary>A filter stepped in; the image can be blurred.</summary>
    public static StableDiffusionFinishReason ContentFiltered { get; } = new("CONTENT_FILTERED");
}

/// <summary>What says how far Stable Diffusion XL moves from a source image. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<StableDiffusionInitImageMode>))]
public readonly partial struct StableDiffusionInitImageMode : IOpenValue<StableDiffusionInitImageMode>
{
    /// <summary><see cref="StableDiffusionRequest.ImageStrength"/>.</summary>
    public static StableDiffusionInitImageMode ImageStrength { get; } = new("IMAGE_STRENGTH");

    /// <summary><see cref="StableDiffusionRequest.StepScheduleStart"/> and <see cref="StableDiffusionRequest.StepScheduleEnd"/>.</summary>
    public static StableDiffusionInitImageMode StepSchedule { get; } = new("STEP_SCHEDULE");
}

/// <summary>Where the mask of Stable Diffusion XL comes from. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<StableDiffusionMaskSource>))]
public readonly partial struct StableDiffusionMaskSource : IOpenValue<StableDiffusionMaskSource>
{
    /// <summary>The white parts of the mask image are changed.</summary>
    public static StableDiffusionMaskSource MaskImageWhite { get; } = new("MASK_IMAGE_WHITE");

    /// <summary>The black parts of the mask image are changed.</summary>
    public static StableDiffusionMaskSource MaskImageBlack { get; } = new("MASK_IMAGE_BLACK");

    /// <summary>The transparent parts of the source image are changed.</summary>
    public static StableDiffusionMaskSource InitImageAlpha { get; } = new("INIT_IMAGE_ALPHA");
}

/// <summary>The sampler of Stable Diffusion XL. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<StableDiffusionSampler>))]
public readonly partial struct StableDiffusionSampler : IOpenValue<StableDiffusionSampler>
{
    /// <summary>The sampler DDIM.</summary>
    public static StableDiffusionSampler Ddim { get; } = new("DDIM");

    /// <summary>The sampler DDPM.</summary>
    public static StableDiffusionSampler Ddpm { get; } = new("DDPM");

    /// <summary>The sampler K_DPMPP_2M.</summary>
    public static StableDiffusionSampler KDpmpp2M { get; } = new("K_DPMPP_2M");

    /// <summary>The sampler K_DPMPP_2S_ANCESTRAL.</summary>
    public static StableDiffusionSampler KDpmpp2SAncestral { get; } = new("K_DPMPP_2S_ANCESTRAL");

    /// <summary>The sampler K_DPM_2.</summary>
    public static StableDiffusionSampler KDpm2 { get; } = new("K_DPM_2");

    /// <summary>The sampler K_DPM_2_ANCESTRAL.</summary>
    public static StableDiffusionSampler KDpm2Ancestral { get; } = new("K_DPM_2_ANCESTRAL");

    /// <summary>The sampler K_EULER.</summary>
    public static StableDiffusionSampler KEuler { get; } = new("K_EULER");

    /// <summary>The sampler K_EULER_ANCESTRAL.</summary>
    public static StableDiffusionSampler KEulerAncestral { get; } = new("K_EULER_ANCESTRAL");

    /// <summary>The sampler K_HEUN.</summary>
    public static StableDiffusionSampler KHeun { get; } = new("K_HEUN");

    /// <summary>The sampler K_LMS.</summary>
    public static StableDiffusionSampler KLms { get; } = new("K_LMS");
}

/// <summary>Width to height of an image. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<StableImageAspectRatio>))]
public readonly partial struct StableImageAspectRatio : IOpenValue<StableImageAspectRatio>
{
    /// <summary>16 to 9.</summary>
    public static StableImageAspectRatio Ratio16x9 { get; } = new("16:9");

    /// <summary>1 to 1.</summary>
    public static StableImageAspectRatio Ratio1x1 { get; } = new("1:1");

    /// <summary>21 to 9.</summary>
    public static StableImageAspectRatio Ratio21x9 { get; } = new("21:9");

    /// <summary>2 to 3.</summary>
    public static StableImageAspectRatio Ratio2x3 { get; } = new("2:3");

    /// <summary>3 to 2.</summary>
    public static StableImageAspectRatio Ratio3x2 { get; } = new("3:2");

    /// <summary>4 to 5.</summary>
    public static StableImageAspectRatio Ratio4x5 { get; } = new("4:5");

    /// <summary>5 to 4.</summary>
    public static StableImageAspectRatio Ratio5x4 { get; } = new("5:4");

    /// <summary>9 to 16.</summary>
    public static StableImageAspectRatio Ratio9x16 { get; } = new("9:16");

    /// <summary>9 to 21.</summary>
    public static StableImageAspectRatio Ratio9x21 { get; } = new("9:21");
}

/// <summary>The file format of an image. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<StableImageFormat>))]
public readonly partial struct StableImageFormat : IOpenValue<StableImageFormat>
{
    /// <summary>PNG.</summary>
    public static StableImageFormat Png { get; } = new("png");

    /// <summary>JPEG, which has no transparency.</summary>
    public static StableImageFormat Jpeg { get; } = new("jpeg");

    /// <summary>WebP.</summary>
    public static StableImageFormat Webp { get; } = new("webp");
}

/// <summary>What Stable Diffusion 3 and later make an image from. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<StableImageMode>))]
public readonly partial struct StableImageMode : IOpenValue<StableImageMode>
{
    /// <summary>From the prompt alone.</summary>
    public static StableImageMode TextToImage { get; } = new("text-to-image");

    /// <summary>From the prompt and a source image.</summary>
    public static StableImageMode ImageToImage { get; } = new("image-to-image");
}
