using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The file format of an image for Nova Reel. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaReelImageFormat>))]
public readonly record struct NovaReelImageFormat(string Value) : IOpenValue<NovaReelImageFormat>
{
    /// <summary>PNG.</summary>
    public static NovaReelImageFormat Png { get; } = new("png");

    /// <summary>JPEG.</summary>
    public static NovaReelImageFormat Jpeg { get; } = new("jpeg");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaReelImageFormat(string value) => new(value);

    /// <inheritdoc/>
    public static NovaReelImageFormat Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
