namespace Bedrock.Toolkit.Models;

/// <summary>An image for Stable Diffusion 3 or 3.5, Stable Image Core or Stable Image Ultra to make.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html</remarks>
public sealed partial class StableImageRequest : BedrockObject
{
    /// <summary>What the image shows.</summary>
    /// <value>1 to 10,000 characters; <c>(word:1.3)</c> gives a word a weight of 0 to 2.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>What the image is made from; not for Core.</summary>
    /// <value><c>text-to-image</c> by default; omitted when null.</value>
    [JsonPropertyName("mode")]
    public StableImageMode? Mode { get; set; }

    /// <summary>Width to height; only for images from text alone.</summary>
    /// <value><c>1:1</c> by default; omitted when null.</value>
    [JsonPropertyName("aspect_ratio")]
    public StableImageAspectRatio? AspectRatio { get; set; }

    /// <summary>The source image; not for Core.</summary>
    /// <value>PNG, JPEG or WebP, each side at least 64 pixels; omitted when null.</value>
    [JsonPropertyName("image")]
    public BedrockImage? Image { get; set; }

    /// <summary>How far the image may move from its source; not for Core.</summary>
    /// <value>0 (the source itself) to 1; Ultra takes 0.35 when it is missing, the others need it with an image; omitted when null.</value>
    [JsonPropertyName("strength")]
    public double? Strength { get; set; }

    /// <summary>What the image must not show.</summary>
    /// <value>At most 10,000 characters; omitted when null.</value>
    [JsonPropertyName("negative_prompt")]
    public string? NegativePrompt { get; set; }

    /// <summary>Makes the same request give the same image.</summary>
    /// <value>0 (a random one, the default) to 4,294,967,295; omitted when null.</value>
    [JsonPropertyName("seed")]
    public long? Seed { get; set; }

    /// <summary>The file format of the answer.</summary>
    /// <value><c>png</c> by default; omitted when null.</value>
    [JsonPropertyName("output_format")]
    public StableImageFormat? OutputFormat { get; set; }

    /// <summary>A request with nothing but a text.</summary>
    /// <param name="prompt">What the image shows.</param>
    /// <returns>The request.</returns>
    public static StableImageRequest For(string prompt) => new() { Prompt = prompt };
}
