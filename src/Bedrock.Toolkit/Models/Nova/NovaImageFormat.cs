using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The file format of an image. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaImageFormat>))]
public readonly record struct NovaImageFormat(string Value) : IOpenValue<NovaImageFormat>
{
    /// <summary>JPEG.</summary>
    public static NovaImageFormat Jpeg { get; } = new("jpeg");

    /// <summary>PNG.</summary>
    public static NovaImageFormat Png { get; } = new("png");

    /// <summary>GIF.</summary>
    public static NovaImageFormat Gif { get; } = new("gif");

    /// <summary>WebP.</summary>
    public static NovaImageFormat Webp { get; } = new("webp");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaImageFormat(string value) => new(value);

    /// <inheritdoc/>
    public static NovaImageFormat Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
