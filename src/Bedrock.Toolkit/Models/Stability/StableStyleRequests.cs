namespace Bedrock.Toolkit.Models;

/// <summary>An image to be made in the style of another one.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html</remarks>
public sealed partial class StableStyleGuideRequest : BedrockObject
{
    /// <summary>What the image shows.</summary>
    /// <value>1 to 10,000 characters; <c>(word:1.3)</c> gives a word a weight of 0 to 2.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>The source image.</summary>
    /// <value>PNG, JPEG or WebP; each side at least 64 pixels, 9,437,184 pixels in all, sides at most 1 to 2.5.</value>
    [JsonPropertyName("image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage Image { get; set; }

    /// <summary>Width to height.</summary>
    /// <value><c>1:1</c> by default; omitted when null.</value>
    [JsonPropertyName("aspect_ratio")]
    public StableImageAspectRatio? AspectRatio { get; set; }

    /// <summary>How close the style comes to that of the source.</summary>
    /// <value>0 to 1; 0.5 by default; omitted when null.</value>
    [JsonPropertyName("fidelity")]
    public double? Fidelity { get; set; }

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

    /// <summary>The style.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("style_preset")]
    public StabilityStylePreset? StylePreset { get; set; }
}

/// <summary>An image to be given the style of another one.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html</remarks>
public sealed partial class StableStyleTransferRequest : BedrockObject
{
    /// <summary>The image that is changed.</summary>
    /// <value>PNG, JPEG or WebP; each side at least 64 pixels, 9,437,184 pixels in all, sides at most 1 to 2.5.</value>
    [JsonPropertyName("init_image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage InitImage { get; set; }

    /// <summary>The image whose style is taken.</summary>
    /// <value>PNG, JPEG or WebP; each side at least 64 pixels, 9,437,184 pixels in all, sides at most 1 to 2.5.</value>
    [JsonPropertyName("style_image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage StyleImage { get; set; }

    /// <summary>What the image shows.</summary>
    /// <value>At most 10,000 characters; omitted when null.</value>
    [JsonPropertyName("prompt")]
    public string? Prompt { get; set; }

    /// <summary>How close the composition stays to that of the source.</summary>
    /// <value>0 to 1; 0.9 by default; omitted when null.</value>
    [JsonPropertyName("composition_fidelity")]
    public double? CompositionFidelity { get; set; }

    /// <summary>How much the style counts.</summary>
    /// <value>0 to 1; 1 by default; omitted when null.</value>
    [JsonPropertyName("style_strength")]
    public double? StyleStrength { get; set; }

    /// <summary>How far the image may move from its source.</summary>
    /// <value>0.1 to 1; 0.9 by default; omitted when null.</value>
    [JsonPropertyName("change_strength")]
    public double? ChangeStrength { get; set; }

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
}
