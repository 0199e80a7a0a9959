using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What Stable Diffusion 3 and later make an image from. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<StableImageMode>))]
public readonly record struct StableImageMode(string Value) : IOpenValue<StableImageMode>
{
    /// <summary>From the prompt alone.</summary>
    public static StableImageMode TextToImage { get; } = new("text-to-image");

    /// <summary>From the prompt and a source image.</summary>
    public static StableImageMode ImageToImage { get; } = new("image-to-image");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator StableImageMode(string value) => new(value);

    /// <inheritdoc/>
    public static StableImageMode Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
