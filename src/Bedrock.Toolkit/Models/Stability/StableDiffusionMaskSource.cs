using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where the mask of Stable Diffusion XL comes from. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<StableDiffusionMaskSource>))]
public readonly record struct StableDiffusionMaskSource(string Value) : IOpenValue<StableDiffusionMaskSource>
{
    /// <summary>The white parts of the mask image are changed.</summary>
    public static StableDiffusionMaskSource MaskImageWhite { get; } = new("MASK_IMAGE_WHITE");

    /// <summary>The black parts of the mask image are changed.</summary>
    public static StableDiffusionMaskSource MaskImageBlack { get; } = new("MASK_IMAGE_BLACK");

    /// <summary>The transparent parts of the source image are changed.</summary>
    public static StableDiffusionMaskSource InitImageAlpha { get; } = new("INIT_IMAGE_ALPHA");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator StableDiffusionMaskSource(string value) => new(value);

    /// <inheritdoc/>
    public static StableDiffusionMaskSource Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
