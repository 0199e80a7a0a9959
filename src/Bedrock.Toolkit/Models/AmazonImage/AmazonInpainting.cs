using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A part of an image made anew, or removed when there is no text. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed class AmazonInpainting
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

    /// <summary>The mask: black is changed; excludes <see cref="MaskPrompt"/>.</summary>
    /// <value>As large as the image; omitted when null.</value>
    [JsonPropertyName("maskImage")]
    public BedrockImage? MaskImage { get; set; }

    /// <summary>What the new part shows; without it the part is removed.</summary>
    /// <value>Titan: at most 512 characters; Nova Canvas: 1 to 1,024; omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>What the image must not show, without words of negation.</summary>
    /// <value>Titan: at most 512 characters; Nova Canvas: 1 to 1,024; omitted when null.</value>
    [JsonPropertyName("negativeText")]
    public string? NegativeText { get; set; }

    /// <summary>Whether the mask comes back too; documented for Titan.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("returnMask")]
    public bool? ReturnMask { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
