using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An image to be freed of its background. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed class AmazonBackgroundRemoval
{
    /// <summary>The source image.</summary>
    /// <value>PNG or JPEG; the answer is a PNG with transparency.</value>
    [JsonPropertyName("image")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required BedrockImage Image { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
