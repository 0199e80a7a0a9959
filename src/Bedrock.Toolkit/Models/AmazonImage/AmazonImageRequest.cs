using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A task for Titan Image Generator or Nova Canvas: exactly one of the parameter objects, the one that the task type names. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed class AmazonImageRequest
{
    /// <summary>What to do.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("taskType")]
    public AmazonImageTaskType TaskType { get; set; }

    /// <summary>The parameters of <c>TEXT_IMAGE</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("textToImageParams")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonTextToImage>))]
    public AmazonTextToImage? TextToImageParams { get; set; }

    /// <summary>The parameters of <c>COLOR_GUIDED_GENERATION</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("colorGuidedGenerationParams")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonColorGuidedGeneration>))]
    public AmazonColorGuidedGeneration? ColorGuidedGenerationParams { get; set; }

    /// <summary>The parameters of <c>IMAGE_VARIATION</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("imageVariationParams")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonImageVariation>))]
    public AmazonImageVariation? ImageVariationParams { get; set; }

    /// <summary>The parameters of <c>INPAINTING</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("inPaintingParams")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonInpainting>))]
    public AmazonInpainting? InPaintingParams { get; set; }

    /// <summary>The parameters of <c>OUTPAINTING</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("outPaintingParams")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonOutpainting>))]
    public AmazonOutpainting? OutPaintingParams { get; set; }

    /// <summary>The parameters of <c>BACKGROUND_REMOVAL</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("backgroundRemovalParams")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonBackgroundRemoval>))]
    public AmazonBackgroundRemoval? BackgroundRemovalParams { get; set; }

    /// <summary>The parameters of <c>VIRTUAL_TRY_ON</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("virtualTryOnParams")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonVirtualTryOn>))]
    public AmazonVirtualTryOn? VirtualTryOnParams { get; set; }

    /// <summary>How many images, how large, and how they are drawn.</summary>
    /// <value>Not for background removal; omitted when null.</value>
    [JsonPropertyName("imageGenerationConfig")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonImageGenerationConfig>))]
    public AmazonImageGenerationConfig? ImageGenerationConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request for an image from text.</summary>
    /// <param name="text">What the image shows.</param>
    /// <returns>The request.</returns>
    public static AmazonImageRequest For(string text) =>
        new() { TaskType = AmazonImageTaskType.TextToImage, TextToImageParams = new AmazonTextToImage { Text = text } };
}
