using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An image in given colours. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed class AmazonColorGuidedGeneration
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

    /// <summary>The colours.</summary>
    /// <value>1 to 10 of the form <c>#RRGGBB</c>.</value>
    [JsonPropertyName("colors")]
    [JsonConverter(typeof(AmazonImageListConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required IList<string> Colors { get; set; }

    /// <summary>An image to take subject and style from.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("referenceImage")]
    public BedrockImage? ReferenceImage { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
