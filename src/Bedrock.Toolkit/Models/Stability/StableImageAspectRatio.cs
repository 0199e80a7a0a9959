using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Width to height of an image. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<StableImageAspectRatio>))]
public readonly record struct StableImageAspectRatio(string Value) : IOpenValue<StableImageAspectRatio>
{
    /// <summary>16 to 9.</summary>
    public static StableImageAspectRatio Ratio16x9 { get; } = new("16:9");

    /// <summary>1 to 1.</summary>
    public static StableImageAspectRatio Ratio1x1 { get; } = new("1:1");

    /// <summary>21 to 9.</summary>
    public static StableImageAspectRatio Ratio21x9 { get; } = new("21:9");

    /// <summary>2 to 3.</summary>
    public static StableImageAspectRatio Ratio2x3 { get; } = new("2:3");

    /// <summary>3 to 2.</summary>
    public static StableImageAspectRatio Ratio3x2 { get; } = new("3:2");

    /// <summary>4 to 5.</summary>
    public static StableImageAspectRatio Ratio4x5 { get; } = new("4:5");

    /// <summary>5 to 4.</summary>
    public static StableImageAspectRatio Ratio5x4 { get; } = new("5:4");

    /// <summary>9 to 16.</summary>
    public static StableImageAspectRatio Ratio9x16 { get; } = new("9:16");

    /// <summary>9 to 21.</summary>
    public static StableImageAspectRatio Ratio9x21 { get; } = new("9:21");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator StableImageAspectRatio(string value) => new(value);

    /// <inheritdoc/>
    public static StableImageAspectRatio Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
