namespace Bedrock.Toolkit.Models;

/// <summary>A task for Titan Image Generator or Nova Canvas: exactly one of the parameter objects, the one that the task type names.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and
/// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed partial class AmazonImageRequest : BedrockObject
{
    /// <summary>What to do.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("taskType")]
    public AmazonImageTaskType TaskType { get; set; }

    /// <summary>The parameters of <c>TEXT_IMAGE</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("textToImageParams"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonTextToImage>))]
    public AmazonTextToImage? TextToImageParams { get; set; }

    /// <summary>The parameters of <c>COLOR_GUIDED_GENERATION</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("colorGuidedGenerationParams"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonColorGuidedGeneration>))]
    public AmazonColorGuidedGeneration? ColorGuidedGenerationParams { get; set; }

    /// <summary>The parameters of <c>IMAGE_VARIATION</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("imageVariationParams"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonImageVariation>))]
    public AmazonImageVariation? ImageVariationParams { get; set; }

    /// <summary>The parameters of <c>INPAINTING</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("inPaintingParams"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonInpainting>))]
    public AmazonInpainting? InPaintingParams { get; set; }

    /// <summary>The parameters of <c>OUTPAINTING</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("outPaintingParams"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonOutpainting>))]
    public AmazonOutpainting? OutPaintingParams { get; set; }

    /// <summary>The parameters of <c>BACKGROUND_REMOVAL</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("backgroundRemovalParams"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonBackgroundRemoval>))]
    public AmazonBackgroundRemoval? BackgroundRemovalParams { get; set; }

    /// <summary>The parameters of <c>VIRTUAL_TRY_ON</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("virtualTryOnParams"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonVirtualTryOn>))]
    public AmazonVirtualTryOn? VirtualTryOnParams { get; set; }

    /// <summary>How many images, how large, and how they are drawn.</summary>
    /// <value>Not for background removal; omitted when null.</value>
    [JsonPropertyName("imageGenerationConfig"), JsonConverter(typeof(AmazonImageObjectConverter<AmazonImageGenerationConfig>))]
    public AmazonImageGenerationConfig? ImageGenerationConfig { get; set; }

    /// <summary>A request for an image from text.</summary>
    /// <param name="text">What the image shows.</param>
    /// <returns>The request.</returns>
    public static AmazonImageRequest For(string text) =>
        new() { TaskType = AmazonImageTaskType.TextToImage, TextToImageParams = new AmazonTextToImage { Text = text } };
}

/// <summary>An image to be freed of its background.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and
/// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed partial class AmazonBackgroundRemoval : BedrockObject
{
    /// <summary>The source image.</summary>
    /// <value>PNG or JPEG; the answer is a PNG with transparency.</value>
    [JsonPropertyName("image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BedrockImage Image { get; set; }
}

/// <summary>Variations of images.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and
/// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed partial class AmazonImageVariation : BedrockObject
{
    /// <summary>The source images.</summary>
    /// <value>1 to 5.</value>
    [JsonPropertyName("images"), JsonConverter(typeof(AmazonImageListConverter<BedrockImage>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
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
}

/// <summary>An image in given colours.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and
/// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed partial class AmazonColorGuidedGeneration : BedrockObject
{
    /// <summary>What the image shows.</summary>
    /// <value>Titan: at most 512 characters; Nova Canvas: 1 to 1,024.</value>
    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Text { get; set; }

    /// <summary>What the image must not show, without words of negation.</summary>
    /// <value>Titan: at most 512 characters; Nova Canvas: 1 to 1,024; omitted when null.</value>
    [JsonPropertyName("negativeText")]
    public string? NegativeText { get; set; }

    /// <summary>The colours.</summary>
    /// <value>1 to 10 of the form <c>#RRGGBB</c>.</value>
    [JsonPropertyName("colors"), JsonConverter(typeof(AmazonImageListConverter<string>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IList<string> Colors { get; set; }

    /// <summary>An image to take subject and style from.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("referenceImage")]
    public BedrockImage? ReferenceImage { get; set; }
}

/// <summary>A part of an image made anew, or removed when there is no text.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and
/// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed partial class AmazonInpainting : BedrockObject
{
    /// <summary>The source image.</summary>
    /// <value>PNG or JPEG.</value>
    [JsonPropertyName("image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
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
}

/// <summary>An image from text, optionally shaped by another image.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and
/// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed partial class AmazonTextToImage : BedrockObject
{
    /// <summary>What the image shows.</summary>
    /// <value>Titan: at most 512 characters; Nova Canvas: 1 to 1,024.</value>
    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
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
}

/// <summary>How many images, how large, and how they are drawn.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and
/// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed partial class AmazonImageGenerationConfig : BedrockObject
{
    /// <summary>The width.</summary>
    /// <value>In pixels; Titan: one of its listed sizes; Nova Canvas: 320 to 4,096, a multiple of 16, sides at most 1 to 4, less than 4,194,304 pixels
    /// in all, 1,024 by default; omitted when null.</value>
    [JsonPropertyName("width"), JsonConverter(typeof(CountConverter))]
    public int? Width { get; set; }

    /// <summary>The height.</summary>
    /// <value>As <see cref="Width"/>; omitted when null.</value>
    [JsonPropertyName("height"), JsonConverter(typeof(CountConverter))]
    public int? Height { get; set; }

    /// <summary>The quality.</summary>
    /// <value><c>standard</c> by default; omitted when null.</value>
    [JsonPropertyName("quality")]
    public AmazonImageQuality? Quality { get; set; }

    /// <summary>How many images to make.</summary>
    /// <value>1 to 5; 1 by default; omitted when null.</value>
    [JsonPropertyName("numberOfImages"), JsonConverter(typeof(CountConverter))]
    public int? NumberOfImages { get; set; }

    /// <summary>How closely the image follows the text.</summary>
    /// <value>1.1 to 10; Titan 8, Nova Canvas 6.5 by default; omitted when null.</value>
    [JsonPropertyName("cfgScale")]
    public double? CfgScale { get; set; }

    /// <summary>Makes the same request give the same image.</summary>
    /// <value>0 to 2,147,483,646; Titan 42, Nova Canvas 12 by default; omitted when null.</value>
    [JsonPropertyName("seed"), JsonConverter(typeof(CountConverter))]
    public int? Seed { get; set; }
}

/// <summary>Everything around a part of an image made anew.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and
/// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed partial class AmazonOutpainting : BedrockObject
{
    /// <summary>The source image.</summary>
    /// <value>PNG or JPEG.</value>
    [JsonPropertyName("image"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
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
    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
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
}
