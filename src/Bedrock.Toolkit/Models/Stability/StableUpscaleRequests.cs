namespace Bedrock.Toolkit.Models;

/// <summary>A small image to be made large, with new detail.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html</remarks>
public sealed partial class StableCreativeUpscaleRequest : BedrockObject
{
    /// <summary>What the image shows.</summary>
    /// <value>1 to 10,000 characters; <c>(word:1.3)</c> gives a word a weight of 0 to 2.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>The source image.</summary>
    /// <value>PNG, JPEG or WebP; each side at least 64 pixels, 4,096 to 1,048,576 pixels in all.</value>
    [JsonPropertyName("image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage Image { get; set; }

    /// <summary>How much the model may invent.</summary>
    /// <value>0.1 to 0.5; 0.3 by default; omitted when null.</value>
    [JsonPropertyName("creativity")]
    public double? Creativity { get; set; }

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

/// <summary>An image to be made large with as little change as possible.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html</remarks>
public sealed partial class StableConservativeUpscaleRequest : BedrockObject
{
    /// <summary>What the image shows.</summary>
    /// <value>1 to 10,000 characters; <c>(word:1.3)</c> gives a word a weight of 0 to 2.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>The source image.</summary>
    /// <value>PNG, JPEG or WebP; each side at least 64 pixels, 9,437,184 pixels in all, sides at most 1 to 2.5.</value>
    [JsonPropertyName("image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage Image { get; set; }

    /// <summary>How much the model may invent.</summary>
    /// <value>0.1 to 0.5; 0.35 by default; omitted when null.</value>
    [JsonPropertyName("creativity")]
    public double? Creativity { get; set; }

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
