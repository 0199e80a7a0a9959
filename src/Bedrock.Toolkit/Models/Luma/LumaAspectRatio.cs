using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Width to height of a video. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<LumaAspectRatio>))]
public readonly record struct LumaAspectRatio(string Value) : IOpenValue<LumaAspectRatio>
{
    /// <summary>1 to 1.</summary>
    public static LumaAspectRatio Ratio1x1 { get; } = new("1:1");

    /// <summary>16 to 9.</summary>
    public static LumaAspectRatio Ratio16x9 { get; } = new("16:9");

    /// <summary>9 to 16.</summary>
    public static LumaAspectRatio Ratio9x16 { get; } = new("9:16");

    /// <summary>4 to 3.</summary>
    public static LumaAspectRatio Ratio4x3 { get; } = new("4:3");

    /// <summary>3 to 4.</summary>
    public static LumaAspectRatio Ratio3x4 { get; } = new("3:4");

    /// <summary>21 to 9.</summary>
    public static LumaAspectRatio Ratio21x9 { get; } = new("21:9");

    /// <summary>9 to 21.</summary>
    public static LumaAspectRatio Ratio9x21 { get; } = new("9:21");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator LumaAspectRatio(string value) => new(value);

    /// <inheritdoc/>
    public static LumaAspectRatio Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
