using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The file format of an image. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<StableImageFormat>))]
public readonly record struct StableImageFormat(string Value) : IOpenValue<StableImageFormat>
{
    /// <summary>PNG.</summary>
    public static StableImageFormat Png { get; } = new("png");

    /// <summary>JPEG, which has no transparency.</summary>
    public static StableImageFormat Jpeg { get; } = new("jpeg");

    /// <summary>WebP.</summary>
    public static StableImageFormat Webp { get; } = new("webp");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator StableImageFormat(string value) => new(value);

    /// <inheritdoc/>
    public static StableImageFormat Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
