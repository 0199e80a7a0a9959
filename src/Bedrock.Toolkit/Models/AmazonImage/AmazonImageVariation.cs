using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Variations of images. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed class AmazonImageVariation
{
    /// <summary>The source images.</summary>
    /// <value>1 to 5.</value>
    [JsonPropertyName("images")]
    [JsonConverter(typeof(AmazonImageListConverter<BedrockImage>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required IList<BedrockImage> Images { get; set; }

    /// <summary>What the image shows.</summary>
    /// <value>Titan: at most 512 characters; Nova Canvas: 1 to 1,024; omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>What the image must not show, without words of negation.</summary>
    /// <value>Titan: at most 512 characters; Nova Canvas: 1 to 1,024; omitted when null.</value>
    [JsonPropertyName("negativeText")]
    public string? NegativeText { get; set; }

    /// <summary>How close the variations stay to their source.</summary>
    /// <value>0.2 to 1; 0.7 by default; omitted when null.</value>
    [JsonPropertyName("similarityStrength")]
    public double? SimilarityStrength { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
