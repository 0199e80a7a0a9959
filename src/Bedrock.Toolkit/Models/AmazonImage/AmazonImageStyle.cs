using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A style of Nova Canvas. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImageStyle>))]
public readonly record struct AmazonImageStyle(string Value) : IOpenValue<AmazonImageStyle>
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

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImageStyle(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImageStyle Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
