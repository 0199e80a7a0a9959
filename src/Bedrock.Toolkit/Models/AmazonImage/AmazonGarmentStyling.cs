using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How a garment is worn. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html</remarks>
public sealed class AmazonGarmentStyling
{
    /// <summary>How long sleeves are worn.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("longSleeveStyle")]
    public AmazonImageLongSleeveStyle? LongSleeveStyle { get; set; }

    /// <summary>How a shirt is worn.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tuckingStyle")]
    public AmazonImageTuckingStyle? TuckingStyle { get; set; }

    /// <summary>How a jacket is worn.</summary>
    /// <value><c>CLOSED</c> by default; omitted when null.</value>
    [JsonPropertyName("outerLayerStyle")]
    public AmazonImageOuterLayerStyle? OuterLayerStyle { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
