using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Everything around a part of an image made anew. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed class AmazonOutpainting
{
    /// <summary>The source image.</summary>
    /// <value>PNG or JPEG.</value>
    [JsonPropertyName("image")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required BedrockImage Image { get; set; }

    /// <summary>A text that says where the mask is; excludes <see cref="MaskImage"/>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("maskPrompt")]
    public string? MaskPrompt { get; set; }

    /// <summary>The mask: black is kept, white is changed; excludes <see cref="MaskPrompt"/>.</summary>
    /// <value>As large as the image; omitted when null.</value>
    [JsonPropertyName("maskImage")]
    public BedrockImage? MaskImage { get; set; }

    /// <summary>What the image shows.</summary>
    /// <value>Titan: at most 512 characters; Nova Canvas: 1 to 1,024.</value>
    [JsonPropertyName("text")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Text { get; set; }

    /// <summary>What the image must not show, without words of negation.</summary>
    /// <value>Titan: at most 512 characters; Nova Canvas: 1 to 1,024; omitted when null.</value>
    [JsonPropertyName("negativeText")]
    public string? NegativeText { get; set; }

    /// <summary>How the edge of the kept part is treated.</summary>
    /// <value><c>DEFAULT</c> by default; omitted when null.</value>
    [JsonPropertyName("outPaintingMode")]
    public AmazonImageOutpaintingMode? OutPaintingMode { get; set; }

    /// <summary>Whether the mask comes back too; documented for Titan.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("returnMask")]
    public bool? ReturnMask { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
