namespace Bedrock.Toolkit.Models;

/// <summary>An image with something in it to be given another colour.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html</remarks>
public sealed partial class StableSearchRecolorRequest : BedrockObject
{
    /// <summary>What the image shows.</summary>
    /// <value>1 to 10,000 characters; <c>(word:1.3)</c> gives a word a weight of 0 to 2.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>The source image.</summary>
    /// <value>PNG, JPEG or WebP; each side at least 64 pixels, 9,437,184 pixels in all, sides at most 1 to 2.5.</value>
    [JsonPropertyName("image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage Image { get; set; }

    /// <summary>What to recolour.</summary>
    /// <value>1 to 10,000 characters.</value>
    [JsonPropertyName("select_prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string SelectPrompt { get; set; }

    /// <summary>How far the edge of the mask moves outwards.</summary>
    /// <value>0 to 20 pixels; 5 by default; omitted when null.</value>
    [JsonPropertyName("grow_mask"), JsonConverter(typeof(CountConverter))]
    public int? GrowMask { get; set; }

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

/// <summary>An image with something in it to be replaced.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html</remarks>
public sealed partial class StableSearchReplaceRequest : BedrockObject
{
    /// <summary>What the image shows.</summary>
    /// <value>1 to 10,000 characters; <c>(word:1.3)</c> gives a word a weight of 0 to 2.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>The source image.</summary>
    /// <value>PNG, JPEG or WebP; each side at least 64 pixels, 9,437,184 pixels in all, sides at most 1 to 2.5.</value>
    [JsonPropertyName("image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage Image { get; set; }

    /// <summary>What to replace.</summary>
    /// <value>1 to 10,000 characters.</value>
    [JsonPropertyName("search_prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string SearchPrompt { get; set; }

    /// <summary>How far the edge of the mask moves outwards.</summary>
    /// <value>0 to 20 pixels; 5 by default; omitted when null.</value>
    [JsonPropertyName("grow_mask"), JsonConverter(typeof(CountConverter))]
    public int? GrowMask { get; set; }

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
