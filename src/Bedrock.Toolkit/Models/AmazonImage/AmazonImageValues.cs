namespace Bedrock.Toolkit.Models;

/// <summary>What of a condition image is kept. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImageControlMode>))]
public readonly partial struct AmazonImageControlMode : IOpenValue<AmazonImageControlMode>
{
    /// <summary>Its edges.</summary>
    public static AmazonImageControlMode CannyEdge { get; } = new("CANNY_EDGE");

    /// <summary>Its areas.</summary>
    public static AmazonImageControlMode Segmentation { get; } = new("SEGMENTATION");
}

/// <summary>The kind of garment to try on. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImageGarmentClass>))]
public readonly partial struct AmazonImageGarmentClass : IOpenValue<AmazonImageGarmentClass>
{
    /// <summary>The upper body.</summary>
    public static AmazonImageGarmentClass UpperBody { get; } = new("UPPER_BODY");

    /// <summary>The lower body.</summary>
    public static AmazonImageGarmentClass LowerBody { get; } = new("LOWER_BODY");

    /// <summary>The whole body.</summary>
    public static AmazonImageGarmentClass FullBody { get; } = new("FULL_BODY");

    /// <summary>Footwear.</summary>
    public static AmazonImageGarmentClass Footwear { get; } = new("FOOTWEAR");

    /// <summary>A shirt with long sleeves.</summary>
    public static AmazonImageGarmentClass LongSleeveShirt { get; } = new("LONG_SLEEVE_SHIRT");

    /// <summary>A shirt with short sleeves.</summary>
    public static AmazonImageGarmentClass ShortSleeveShirt { get; } = new("SHORT_SLEEVE_SHIRT");

    /// <summary>A shirt without sleeves.</summary>
    public static AmazonImageGarmentClass NoSleeveShirt { get; } = new("NO_SLEEVE_SHIRT");

    /// <summary>Something else for the upper body.</summary>
    public static AmazonImageGarmentClass OtherUpperBody { get; } = new("OTHER_UPPER_BODY");

    /// <summary>Long trousers.</summary>
    public static AmazonImageGarmentClass LongPants { get; } = new("LONG_PANTS");

    /// <summary>Short trousers.</summary>
    public static AmazonImageGarmentClass ShortPants { get; } = new("SHORT_PANTS");

    /// <summary>Something else for the lower body.</summary>
    public static AmazonImageGarmentClass OtherLowerBody { get; } = new("OTHER_LOWER_BODY");

    /// <summary>A long dress.</summary>
    public static AmazonImageGarmentClass LongDress { get; } = new("LONG_DRESS");

    /// <summary>A short dress.</summary>
    public static AmazonImageGarmentClass ShortDress { get; } = new("SHORT_DRESS");

    /// <summary>An outfit for the whole body.</summary>
    public static AmazonImageGarmentClass FullBodyOutfit { get; } = new("FULL_BODY_OUTFIT");

    /// <summary>Something else for the whole body.</summary>
    public static AmazonImageGarmentClass OtherFullBody { get; } = new("OTHER_FULL_BODY");

    /// <summary>Shoes.</summary>
    public static AmazonImageGarmentClass Shoes { get; } = new("SHOES");

    /// <summary>Boots.</summary>
    public static AmazonImageGarmentClass Boots { get; } = new("BOOTS");

    /// <summary>Other footwear.</summary>
    public static AmazonImageGarmentClass OtherFootwear { get; } = new("OTHER_FOOTWEAR");
}

/// <summary>How long sleeves are worn. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImageLongSleeveStyle>))]
public readonly partial struct AmazonImageLongSleeveStyle : IOpenValue<AmazonImageLongSleeveStyle>
{
    /// <summary>Down.</summary>
    public static AmazonImageLongSleeveStyle SleeveDown { get; } = new("SLEEVE_DOWN");

    /// <summary>Rolled up.</summary>
    public static AmazonImageLongSleeveStyle SleeveUp { get; } = new("SLEEVE_UP");
}

/// <summary>The outline of a found mask. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImageMaskShape>))]
public readonly partial struct AmazonImageMaskShape : IOpenValue<AmazonImageMaskShape>
{
    /// <summary>Close to what it covers.</summary>
    public static AmazonImageMaskShape Contour { get; } = new("CONTOUR");

    /// <summary>A rectangle.</summary>
    public static AmazonImageMaskShape BoundingBox { get; } = new("BOUNDING_BOX");

    /// <summary>Chosen by the model.</summary>
    public static AmazonImageMaskShape Default { get; } = new("DEFAULT");
}

/// <summary>What says where a try-on takes place. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImageMaskType>))]
public readonly partial struct AmazonImageMaskType : IOpenValue<AmazonImageMaskType>
{
    /// <summary>A mask image.</summary>
    public static AmazonImageMaskType Image { get; } = new("IMAGE");

    /// <summary>The kind of garment.</summary>
    public static AmazonImageMaskType Garment { get; } = new("GARMENT");

    /// <summary>A text.</summary>
    public static AmazonImageMaskType Prompt { get; } = new("PROMPT");
}

/// <summary>How a try-on is joined with its source. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImageMergeStyle>))]
public readonly partial struct AmazonImageMergeStyle : IOpenValue<AmazonImageMergeStyle>
{
    /// <summary>Keeps what is outside the mask.</summary>
    public static AmazonImageMergeStyle Balanced { get; } = new("BALANCED");

    /// <summary>No visible seam; the parts outside the mask can change.</summary>
    public static AmazonImageMergeStyle Seamless { get; } = new("SEAMLESS");

    /// <summary>Fine detail such as writing, with a possible seam.</summary>
    public static AmazonImageMergeStyle Detailed { get; } = new("DETAILED");
}

/// <summary>How a jacket is worn. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImageOuterLayerStyle>))]
public readonly partial struct AmazonImageOuterLayerStyle : IOpenValue<AmazonImageOuterLayerStyle>
{
    /// <summary>Closed.</summary>
    public static AmazonImageOuterLayerStyle Closed { get; } = new("CLOSED");

    /// <summary>Open.</summary>
    public static AmazonImageOuterLayerStyle Open { get; } = new("OPEN");
}

/// <summary>How outpainting treats the edge of the kept part. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImageOutpaintingMode>))]
public readonly partial struct AmazonImageOutpaintingMode : IOpenValue<AmazonImageOutpaintingMode>
{
    /// <summary>The edge may be changed a little so that it fits.</summary>
    public static AmazonImageOutpaintingMode Default { get; } = new("DEFAULT");

    /// <summary>The kept part stays exactly as it is.</summary>
    public static AmazonImageOutpaintingMode Precise { get; } = new("PRECISE");
}

/// <summary>Whether something of the source image is kept. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImagePreserve>))]
public readonly partial struct AmazonImagePreserve : IOpenValue<AmazonImagePreserve>
{
    /// <summary>Kept.</summary>
    public static AmazonImagePreserve On { get; } = new("ON");

    /// <summary>Not kept.</summary>
    public static AmazonImagePreserve Off { get; } = new("OFF");

    /// <summary>Chosen by the model.</summary>
    public static AmazonImagePreserve Default { get; } = new("DEFAULT");
}

/// <summary>The quality of an image. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImageQuality>))]
public readonly partial struct AmazonImageQuality : IOpenValue<AmazonImageQuality>
{
    /// <summary>Standard.</summary>
    public static AmazonImageQuality Standard { get; } = new("standard");

    /// <summary>Better, at a higher price.</summary>
    public static AmazonImageQuality Premium { get; } = new("premium");
}

/// <summary>A style of Nova Canvas. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImageStyle>))]
public readonly partial struct AmazonImageStyle : IOpenValue<AmazonImageStyle>
{
    /// <summary>A three-dimensional animated film for families.</summary>
    public static AmazonImageStyle AnimatedFamilyFilm3D { get; } = new("3D_ANIMATED_FAMILY_FILM");

    /// <summary>A designer's sketch.</summary>
    public static AmazonImageStyle DesignSketch { get; } = new("DESIGN_SKETCH");

    /// <summary>A flat vector drawing.</summary>
    public static AmazonImageStyle FlatVectorIllustration { get; } = new("FLAT_VECTOR_ILLUSTRATION");

    /// <summary>A graphic novel.</summary>
    public static AmazonImageStyle GraphicNovelIllustration { get; } = new("GRAPHIC_NOVEL_ILLUSTRATION");

    /// <summary>Rich in colour and detail.</summary>
    public static AmazonImageStyle Maximalism { get; } = new("MAXIMALISM");

    /// <summary>The graphic style of the 1950s.</summary>
    public static AmazonImageStyle MidcenturyRetro { get; } = new("MIDCENTURY_RETRO");

    /// <summary>A photo.</summary>
    public static AmazonImageStyle Photorealism { get; } = new("PHOTOREALISM");

    /// <summary>A soft digital painting.</summary>
    public static AmazonImageStyle SoftDigitalPainting { get; } = new("SOFT_DIGITAL_PAINTING");
}

/// <summary>What Titan Image Generator or Nova Canvas does. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImageTaskType>))]
public readonly partial struct AmazonImageTaskType : IOpenValue<AmazonImageTaskType>
{
    /// <summary>An image from text, optionally shaped by another image.</summary>
    public static AmazonImageTaskType TextToImage { get; } = new("TEXT_IMAGE");

    /// <summary>An image in given colours; not Titan v1.</summary>
    public static AmazonImageTaskType ColorGuidedGeneration { get; } = new("COLOR_GUIDED_GENERATION");

    /// <summary>Variations of images.</summary>
    public static AmazonImageTaskType ImageVariation { get; } = new("IMAGE_VARIATION");

    /// <summary>A part of an image made anew, or removed.</summary>
    public static AmazonImageTaskType Inpainting { get; } = new("INPAINTING");

    /// <summary>Everything around a part of an image made anew.</summary>
    public static AmazonImageTaskType Outpainting { get; } = new("OUTPAINTING");

    /// <summary>An image freed of its background; not Titan v1.</summary>
    public static AmazonImageTaskType BackgroundRemoval { get; } = new("BACKGROUND_REMOVAL");

    /// <summary>A garment or an object put into another image; Nova Canvas only.</summary>
    public static AmazonImageTaskType VirtualTryOn { get; } = new("VIRTUAL_TRY_ON");
}

/// <summary>How a shirt is worn. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<AmazonImageTuckingStyle>))]
public readonly partial struct AmazonImageTuckingStyle : IOpenValue<AmazonImageTuckingStyle>
{
    /// <summary>Outside.</summary>
    public static AmazonImageTuckingStyle Untucked { get; } = new("UNTUCKED");

    /// <summary>Tucked in.</summary>
    public static AmazonImageTuckingStyle Tucked { get; } = new("TUCKED");
}
