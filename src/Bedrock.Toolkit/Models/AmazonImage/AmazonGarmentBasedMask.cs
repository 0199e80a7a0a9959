using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A mask found by the kind of garment. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html</remarks>
public sealed class AmazonGarmentBasedMask
{
    /// <summary>The outline of the mask.</summary>
    /// <value><c>DEFAULT</c> by default; omitted when null.</value>
    [JsonPropertyName("maskShape")]
    public AmazonImageMaskShape? MaskShape { get; set; }

    /// <summary>The kind of garment.</summary>
    /// <value>Required by the service; omitted when null.</value>
    [JsonPropertyName("garmentClass")]
    public AmazonImageGarmentClass? GarmentClass { get; set; }

    /// <summary>How the garment is worn.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("garmentStyling")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonGarmentStyling>))]
    public AmazonGarmentStyling? GarmentStyling { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
