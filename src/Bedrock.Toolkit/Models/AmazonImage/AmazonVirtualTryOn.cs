namespace Bedrock.Toolkit.Models;

/// <summary>A garment or an object to be put into another image; Nova Canvas only.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html</remarks>
public sealed partial class AmazonVirtualTryOn : BedrockObject
{
    /// <summary>The image that is changed.</summary>
    /// <value>PNG or JPEG.</value>
    [JsonPropertyName("sourceImage"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage SourceImage { get; set; }

    /// <summary>The image of the garment or object.</summary>
    /// <value>PNG or JPEG.</value>
    [JsonPropertyName("referenceImage"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage ReferenceImage { get; set; }

    /// <summary>What says where; exactly the mask of that kind must be set.</summary>
    /// <value>Required by the service; omitted when null.</value>
    [JsonPropertyName("maskType")]
    public AmazonImageMaskType? MaskType { get; set; }

    /// <summary>The mask for <c>IMAGE</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("imageBasedMask"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonImageBasedMask>))]
    public AmazonImageBasedMask? ImageBasedMask { get; set; }

    /// <summary>The mask for <c>GARMENT</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("garmentBasedMask"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonGarmentBasedMask>))]
    public AmazonGarmentBasedMask? GarmentBasedMask { get; set; }

    /// <summary>The mask for <c>PROMPT</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("promptBasedMask"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonPromptBasedMask>))]
    public AmazonPromptBasedMask? PromptBasedMask { get; set; }

    /// <summary>What the mask leaves as it is.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("maskExclusions"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonMaskExclusions>))]
    public AmazonMaskExclusions? MaskExclusions { get; set; }

    /// <summary>How the parts are joined.</summary>
    /// <value><c>BALANCED</c> by default (unconfirmed); omitted when null.</value>
    [JsonPropertyName("mergeStyle")]
    public AmazonImageMergeStyle? MergeStyle { get; set; }

    /// <summary>Whether the mask comes back too.</summary>
    /// <value>False by default (unconfirmed); omitted when null.</value>
    [JsonPropertyName("returnMask")]
    public bool? ReturnMask { get; set; }
}

/// <summary>A mask image for a try-on.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html</remarks>
public sealed partial class AmazonImageBasedMask : BedrockObject
{
    /// <summary>The mask: black is changed.</summary>
    /// <value>As large as the source image.</value>
    [JsonPropertyName("maskImage"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage MaskImage { get; set; }
}

/// <summary>A mask found by a text.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html</remarks>
public sealed partial class AmazonPromptBasedMask : BedrockObject
{
    /// <summary>The outline of the mask.</summary>
    /// <value>A rectangle in effect by default; omitted when null.</value>
    [JsonPropertyName("maskShape")]
    public AmazonImageMaskShape? MaskShape { get; set; }

    /// <summary>What the mask covers.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("maskPrompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string MaskPrompt { get; set; }
}

/// <summary>What a mask leaves as it is.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html</remarks>
public sealed partial class AmazonMaskExclusions : BedrockObject
{
    /// <summary>Whether the pose of the body is kept.</summary>
    /// <value><c>DEFAULT</c> by default; omitted when null.</value>
    [JsonPropertyName("preserveBodyPose")]
    public AmazonImagePreserve? PreserveBodyPose { get; set; }

    /// <summary>Whether the hands are kept.</summary>
    /// <value><c>DEFAULT</c> by default; omitted when null.</value>
    [JsonPropertyName("preserveHands")]
    public AmazonImagePreserve? PreserveHands { get; set; }

    /// <summary>Whether the face is kept.</summary>
    /// <value><c>DEFAULT</c> by default; omitted when null.</value>
    [JsonPropertyName("preserveFace")]
    public AmazonImagePreserve? PreserveFace { get; set; }
}

/// <summary>A mask found by the kind of garment.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html</remarks>
public sealed partial class AmazonGarmentBasedMask : BedrockObject
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
    [JsonPropertyName("garmentStyling"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonGarmentStyling>))]
    public AmazonGarmentStyling? GarmentStyling { get; set; }
}

/// <summary>How a garment is worn.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html</remarks>
public sealed partial class AmazonGarmentStyling : BedrockObject
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
}
