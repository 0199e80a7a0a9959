using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How Stable Diffusion XL ended an image. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<StableDiffusionFinishReason>))]
public readonly record struct StableDiffusionFinishReason(string Value) : IOpenValue<StableDiffusionFinishReason>
{
    /// <summary>The image is complete.</summary>
    public static StableDiffusionFinishReason Success { get; } = new("SUCCESS");

    /// <summary>The model failed.</summary>
    public static StableDiffusionFinishReason Error { get; } = new("ERROR");

    /// <summary>A filter stepped in; the image can be blurred.</summary>
    public static StableDiffusionFinishReason ContentFiltered { get; } = new("CONTENT_FILTERED");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator StableDiffusionFinishReason(string value) => new(value);

    /// <inheritdoc/>
    public static StableDiffusionFinishReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
