using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A garment or an object to be put into another image; Nova Canvas only. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html</remarks>
public sealed class AmazonVirtualTryOn
{
    /// <summary>The image that is changed.</summary>
    /// <value>PNG or JPEG.</value>
    [JsonPropertyName("sourceImage")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required BedrockImage SourceImage { get; set; }

    /// <summary>The image of the garment or object.</summary>
    /// <value>PNG or JPEG.</value>
    [JsonPropertyName("referenceImage")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required BedrockImage ReferenceImage { get; set; }

    /// <summary>What says where; exactly the mask of that kind must be set.</summary>
    /// <value>Required by the service; omitted when null.</value>
    [JsonPropertyName("maskType")]
    public AmazonImageMaskType? MaskType { get; set; }

    /// <summary>The mask for <c>IMAGE</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("imageBasedMask")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonImageBasedMask>))]
    public AmazonImageBasedMask? ImageBasedMask { get; set; }

    /// <summary>The mask for <c>GARMENT</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("garmentBasedMask")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonGarmentBasedMask>))]
    public AmazonGarmentBasedMask? GarmentBasedMask { get; set; }

    /// <summary>The mask for <c>PROMPT</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("promptBasedMask")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonPromptBasedMask>))]
    public AmazonPromptBasedMask? PromptBasedMask { get; set; }

    /// <summary>What the mask leaves as it is.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("maskExclusions")]
    [JsonConverter(typeof(AmazonImageObjectConverter<AmazonMaskExclusions>))]
    public AmazonMaskExclusions? MaskExclusions { get; set; }

    /// <summary>How the parts are joined.</summary>
    /// <value><c>BALANCED</c> by default (unconfirmed); omitted when null.</value>
    [JsonPropertyName("mergeStyle")]
    public AmazonImageMergeStyle? MergeStyle { get; set; }

    /// <summary>Whether the mask comes back too.</summary>
    /// <value>False by default (unconfirmed); omitted when null.</value>
    [JsonPropertyName("returnMask")]
    public bool? ReturnMask { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
