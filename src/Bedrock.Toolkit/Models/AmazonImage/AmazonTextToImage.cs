using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An image from text, optionally shaped by another image. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed class AmazonTextToImage
{
    /// <summary>What the image shows.</summary>
    /// <value>Titan: at most 512 characters; Nova Canvas: 1 to 1,024.</value>
    [JsonPropertyName("text")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Text { get; set; }

    /// <summary>What the image must not show, without words of negation.</summary>
    /// <value>Titan: at most 512 characters; Nova Canvas: 1 to 1,024; omitted when null.</value>
    [JsonPropertyName("negativeText")]
    public string? NegativeText { get; set; }

    /// <summary>The style; Nova Canvas only.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("style")]
    public AmazonImageStyle? Style { get; set; }

    /// <summary>An image whose edges or areas are kept; not Titan v1.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("conditionImage")]
    public BedrockImage? ConditionImage { get; set; }

    /// <summary>What of the condition image is kept.</summary>
    /// <value><c>CANNY_EDGE</c> by default; omitted when null.</value>
    [JsonPropertyName("controlMode")]
    public AmazonImageControlMode? ControlMode { get; set; }

    /// <summary>How much the condition image counts.</summary>
    /// <value>0 to 1; 0.7 by default; omitted when null.</value>
    [JsonPropertyName("controlStrength")]
    public double? ControlStrength { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
