using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The format of an image. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlock.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ImageFormat>))]
public readonly record struct ImageFormat(string Value) : IOpenValue<ImageFormat>
{
    /// <summary>PNG.</summary>
    public static ImageFormat Png { get; } = new("png");

    /// <summary>JPEG.</summary>
    public static ImageFormat Jpeg { get; } = new("jpeg");

    /// <summary>GIF.</summary>
    public static ImageFormat Gif { get; } = new("gif");

    /// <summary>WebP.</summary>
    public static ImageFormat WebP { get; } = new("webp");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ImageFormat(string value) => new(value);

    /// <inheritdoc/>
    public static ImageFormat Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
