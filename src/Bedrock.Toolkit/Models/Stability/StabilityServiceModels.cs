namespace Bedrock.Toolkit.Models;

/// <summary>Stability AI's image services, which change images. Thread-safe.</summary>
/// <remarks>
/// Called through the profile of the United States, <c>StabilityServiceModels.Inpaint.InProfile("us")</c>: the bare ids are not served.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
/// </remarks>
public static class StabilityServiceModels
{
    /// <summary>Makes a small image large, with new detail.</summary>
    public static ImageModel<StableCreativeUpscaleRequest, StableImageResponse> CreativeUpscale { get; } =
        new("stability.stable-creative-upscale-v1:0", Json.StableCreativeUpscaleRequest, Json.StableImageResponse, StabilityServiceRequests.CreativeUpscale,
            StableImageResults.Read)
        {
            CheckRequest = StabilityServiceChecks.Check,
        };

    /// <summary>Makes an image large with as little change as possible.</summary>
    public static ImageModel<StableConservativeUpscaleRequest, StableImageResponse> ConservativeUpscale { get; } =
        new("stability.stable-conservative-upscale-v1:0", Json.StableConservativeUpscaleRequest, Json.StableImageResponse,
            StabilityServiceRequests.ConservativeUpscale, StableImageResults.Read)
        {
            CheckRequest = StabilityServiceChecks.Check,
        };

    /// <summary>Makes an image four times as large.</summary>
    public static ImageModel<StableFastUpscaleRequest, StableImageResponse> FastUpscale { get; } =
        new("stability.stable-fast-upscale-v1:0", Json.StableFastUpscaleRequest, Json.StableImageResponse, StabilityServiceRequests.FastUpscale,
            StableImageResults.Read)
        {
            CheckRequest = StabilityServiceChecks.Check,
        };

    /// <summary>Makes a part of an image anew.</summary>
    public static ImageModel<StableInpaintRequest, StableImageResponse> Inpaint { get; } =
        new("stability.stable-image-inpaint-v1:0", Json.StableInpaintRequest, Json.StableImageResponse, StabilityServiceRequests.Inpaint,
            StableImageResults.Read)
        {
            CheckRequest = StabilityServiceChecks.Check,
        };

    /// <summary>Continues an image beyond its sides. Called with its own request: what it needs goes beyond <see cref="ImageInput"/>.</summary>
    public static Model<StableOutpaintRequest, StableImageResponse> Outpaint { get; } =
        new("stability.stable-outpaint-v1:0", Json.StableOutpaintRequest, Json.StableImageResponse)
    {
        CheckRequest = StabilityServiceChecks.Check,
        Capabilities = ImageToImage,
    };

    /// <summary>Gives something in an image another colour. Called with its own request: what it needs goes beyond <see cref="ImageInput"/>.</summary>
    public static Model<StableSearchRecolorRequest, StableImageResponse> SearchRecolor { get; } =
        new("stability.stable-image-search-recolor-v1:0", Json.StableSearchRecolorRequest, Json.StableImageResponse)
    {
        CheckRequest = StabilityServiceChecks.Check,
        Capabilities = ImageToImage,
    };

    /// <summary>Replaces something in an image. Called with its own request: what it needs goes beyond <see cref="ImageInput"/>.</summary>
    public static Model<StableSearchReplaceRequest, StableImageResponse> SearchReplace { get; } =
        new("stability.stable-image-search-replace-v1:0", Json.StableSearchReplaceRequest, Json.StableImageResponse)
    {
        CheckRequest = StabilityServiceChecks.Check,
        Capabilities = ImageToImage,
    };

    /// <summary>Removes something from an image.</summary>
    public static ImageModel<StableEraseObjectRequest, StableImageResponse> EraseObject { get; } =
        new("stability.stable-image-erase-object-v1:0", Json.StableEraseObjectRequest, Json.StableImageResponse, StabilityServiceRequests.EraseObject,
            StableImageResults.Read)
        {
            CheckRequest = StabilityServiceChecks.Check,
        };

    /// <summary>Frees an image of its background.</summary>
    public static ImageModel<StableRemoveBackgroundRequest, StableImageResponse> RemoveBackground { get; } =
        new("stability.stable-image-remove-background-v1:0", Json.StableRemoveBackgroundRequest, Json.StableImageResponse,
            StabilityServiceRequests.RemoveBackground, StableImageResults.Read)
        {
            CheckRequest = StabilityServiceChecks.Check,
        };

    /// <summary>Makes an image after a sketch.</summary>
    public static ImageModel<StableControlRequest, StableImageResponse> ControlSketch { get; } =
        new("stability.stable-image-control-sketch-v1:0", Json.StableControlRequest, Json.StableImageResponse, StabilityServiceRequests.Control,
            StableImageResults.Read)
        {
            CheckRequest = StabilityServiceChecks.Check,
        };

    /// <summary>Makes an image after the structure of another one.</summary>
    public static ImageModel<StableControlRequest, StableImageResponse> ControlStructure { get; } =
        new("stability.stable-image-control-structure-v1:0", Json.StableControlRequest, Json.StableImageResponse, StabilityServiceRequests.Control,
            StableImageResults.Read)
        {
            CheckRequest = StabilityServiceChecks.Check,
        };

    /// <summary>Makes an image in the style of another one.</summary>
    public static ImageModel<StableStyleGuideRequest, StableImageResponse> StyleGuide { get; } =
        new("stability.stable-image-style-guide-v1:0", Json.StableStyleGuideRequest, Json.StableImageResponse, StabilityServiceRequests.StyleGuide,
            StableImageResults.Read)
        {
            CheckRequest = StabilityServiceChecks.Check,
        };

    /// <summary>Gives an image the style of another one.</summary>
    public static ImageModel<StableStyleTransferRequest, StableImageResponse> StyleTransfer { get; } =
        new("stability.stable-style-transfer-v1:0", Json.StableStyleTransferRequest, Json.StableImageResponse, StabilityServiceRequests.StyleTransfer,
            StableImageResults.Read)
        {
            CheckRequest = StabilityServiceChecks.Check,
        };

    private static StabilityJsonContext Json => StabilityJsonContext.Default;

    private static ModelCapabilities ImageToImage => new() { Input = ModelModalities.Text | ModelModalities.Image, Output = ModelModalities.Image };
}
