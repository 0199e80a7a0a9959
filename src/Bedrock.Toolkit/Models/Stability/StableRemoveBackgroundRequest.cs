namespace Bedrock.Toolkit.Models;

/// <summary>An image to be freed of its background.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html</remarks>
public sealed partial class StableRemoveBackgroundRequest : BedrockObject
{
    /// <summary>The source image.</summary>
    /// <value>PNG, JPEG or WebP; each side at least 64 pixels, 9,437,184 pixels in all, sides at most 1 to 2.5.</value>
    [JsonPropertyName("image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage Image { get; set; }

    /// <summary>The file format of the answer; JPEG has no transparency.</summary>
    /// <value><c>png</c> by default; omitted when null.</value>
    [JsonPropertyName("output_format")]
    public StableImageFormat? OutputFormat { get; set; }
}
