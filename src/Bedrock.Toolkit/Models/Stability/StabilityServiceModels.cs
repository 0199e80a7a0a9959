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
        Create("stability.stable-creative-upscale-v1:0", Json.StableCreativeUpscaleRequest,
            StabilityServiceRequests.CreativeUpscale, StabilityServiceChecks.Check);

    /// <summary>Makes an image large with as little change as possible.</summary>
    public static ImageModel<StableConservativeUpscaleRequest, StableImageResponse> ConservativeUpscale { get; } =
        Create("stability.stable-conservative-upscale-v1:0", Json.StableConservativeUpscaleRequest,
            StabilityServiceRequests.ConservativeUpscale, StabilityServiceChecks.Check);

    /// <summary>Makes an image four times as large.</summary>
    public static ImageModel<StableFastUpscaleRequest, StableImageResponse> FastUpscale { get; } =
        Create("stability.stable-fast-upscale-v1:0", Json.StableFastUpscaleRequest, StabilityServiceRequests.FastUpscale, StabilityServiceChecks.Check);

    /// <summary>Makes a part of an image anew.</summary>
    public static ImageModel<StableInpaintRequest, StableImageResponse> Inpaint { get; } =
        Create("stability.stable-image-inpaint-v1:0", Json.StableInpaintRequest, StabilityServiceRequests.Inpaint, StabilityServiceChecks.Check);

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
        Create("stability.stable-image-erase-object-v1:0", Json.StableEraseObjectRequest, StabilityServiceRequests.EraseObject, StabilityServiceChecks.Check);

    /// <summary>Frees an image of its background.</summary>
    public static ImageModel<StableRemoveBackgroundRequest, StableImageResponse> RemoveBackground { get; } =
        Create("stability.stable-image-remove-background-v1:0", Json.StableRemoveBackgroundRequest,
            StabilityServiceRequests.RemoveBackground, StabilityServiceChecks.Check);

    /// <summary>Makes an image after a sketch.</summary>
    public static ImageModel<StableControlRequest, StableImageResponse> ControlSketch { get; } =
        Create("stability.stable-image-control-sketch-v1:0", Json.StableControlRequest, StabilityServiceRequests.Control, StabilityServiceChecks.Check);

    /// <summary>Makes an image after the structure of another one.</summary>
    public static ImageModel<StableControlRequest, StableImageResponse> ControlStructure { get; } =
        Create("stability.stable-image-control-structure-v1:0", Json.StableControlRequest, StabilityServiceRequests.Control, StabilityServiceChecks.Check);

    /// <summary>Makes an image in the style of another one.</summary>
    public static ImageModel<StableStyleGuideRequest, StableImageResponse> StyleGuide { get; } =
        Create("stability.stable-image-style-guide-v1:0", Json.StableStyleGuideRequest, StabilityServiceRequests.StyleGuide, StabilityServiceChecks.Check);

    /// <summary>Gives an image the style of another one.</summary>
    public static ImageModel<StableStyleTransferRequest, StableImageResponse> StyleTransfer { get; } =
        Create("stability.stable-style-transfer-v1:0", Json.StableStyleTransferRequest, StabilityServiceRequests.StyleTransfer, StabilityServiceChecks.Check);

    private static ImageModel<TRequest, StableImageResponse> Create<TRequest>(
        ModelId id,
        JsonTypeInfo<TRequest> requestTypeInfo,
        Func<ImageInput, TRequest> build,
        Action<TRequest> check)
        where TRequest : BedrockObject =>
        new(id, requestTypeInfo, Json.StableImageResponse, build, StableImageResults.Read) { CheckRequest = check };

    private static StabilityJsonContext Json => StabilityJsonContext.Default;

    private static ModelCapabilities ImageToImage => new() { Input = ModelModalities.Text | ModelModalities.Image, Output = ModelModalities.Image };
}
