using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The kind of garment to try on. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImageGarmentClass>))]
public readonly record struct AmazonImageGarmentClass(string Value) : IOpenValue<AmazonImageGarmentClass>
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

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImageGarmentClass(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImageGarmentClass Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
