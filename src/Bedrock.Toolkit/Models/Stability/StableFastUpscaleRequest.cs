namespace Bedrock.Toolkit.Models;

/// <summary>An image to be made four times as large.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html</remarks>
public sealed partial class StableFastUpscaleRequest : BedrockObject
{
    /// <summary>The source image.</summary>
    /// <value>PNG, JPEG or WebP; sides of 32 to 1,536 pixels, 1,024 to 1,048,576 pixels in all.</value>
    [JsonPropertyName("image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage Image { get; set; }

    /// <summary>The file format of the answer.</summary>
    /// <value><c>png</c> by default; omitted when null.</value>
    [JsonPropertyName("output_format")]
    public StableImageFormat? OutputFormat { get; set; }
}
