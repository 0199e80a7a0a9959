namespace Bedrock.Toolkit.Models;

/// <summary>An image to be continued beyond its sides.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html</remarks>
public sealed partial class StableOutpaintRequest : BedrockObject
{
    /// <summary>The source image.</summary>
    /// <value>PNG, JPEG or WebP; each side at least 64 pixels, 9,437,184 pixels in all, sides at most 1 to 2.5.</value>
    [JsonPropertyName("image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage Image { get; set; }

    /// <summary>How far the image grows to the left.</summary>
    /// <value>0 to 2,000 pixels; 0 by default; one of the four sides must grow; omitted when null.</value>
    [JsonPropertyName("left"), JsonConverter(typeof(CountConverter))]
    public int? Left { get; set; }

    /// <summary>How far the image grows to the right.</summary>
    /// <value>0 to 2,000 pixels; 0 by default; one of the four sides must grow; omitted when null.</value>
    [JsonPropertyName("right"), JsonConverter(typeof(CountConverter))]
    public int? Right { get; set; }

    /// <summary>How far the image grows upwards.</summary>
    /// <value>0 to 2,000 pixels; 0 by default; one of the four sides must grow; omitted when null.</value>
    [JsonPropertyName("up"), JsonConverter(typeof(CountConverter))]
    public int? Up { get; set; }

    /// <summary>How far the image grows downwards.</summary>
    /// <value>0 to 2,000 pixels; 0 by default; one of the four sides must grow; omitted when null.</value>
    [JsonPropertyName("down"), JsonConverter(typeof(CountConverter))]
    public int? Down { get; set; }

    /// <summary>How much the model may invent.</summary>
    /// <value>0.1 to 1; 0.5 by default; omitted when null.</value>
    [JsonPropertyName("creativity")]
    public double? Creativity { get; set; }

    /// <summary>What the new parts show.</summary>
    /// <value>At most 10,000 characters; omitted when null.</value>
    [JsonPropertyName("prompt")]
    public string? Prompt { get; set; }

    /// <summary>Makes the same request give the same image.</summary>
    /// <value>0 (a random one, the default) to 4,294,967,295; omitted when null.</value>
    [JsonPropertyName("seed")]
    public long? Seed { get; set; }

    /// <summary>The file format of the answer.</summary>
    /// <value><c>png</c> by default; omitted when null.</value>
    [JsonPropertyName("output_format")]
    public StableImageFormat? OutputFormat { get; set; }

    /// <summary>The style.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("style_preset")]
    public StabilityStylePreset? StylePreset { get; set; }
}
