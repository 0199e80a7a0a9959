using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How CLIP guides Stable Diffusion XL. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<StableDiffusionClipGuidance>))]
public readonly record struct StableDiffusionClipGuidance(string Value) : IOpenValue<StableDiffusionClipGuidance>
{
    /// <summary>Fast, blue.</summary>
    public static StableDiffusionClipGuidance FastBlue { get; } = new("FAST_BLUE");

    /// <summary>Fast, green.</summary>
    public static StableDiffusionClipGuidance FastGreen { get; } = new("FAST_GREEN");

    /// <summary>No guidance.</summary>
    public static StableDiffusionClipGuidance None { get; } = new("NONE");

    /// <summary>Simple.</summary>
    public static StableDiffusionClipGuidance Simple { get; } = new("SIMPLE");

    /// <summary>Slow.</summary>
    public static StableDiffusionClipGuidance Slow { get; } = new("SLOW");

    /// <summary>Slower.</summary>
    public static StableDiffusionClipGuidance Slower { get; } = new("SLOWER");

    /// <summary>Slowest.</summary>
    public static StableDiffusionClipGuidance Slowest { get; } = new("SLOWEST");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator StableDiffusionClipGuidance(string value) => new(value);

    /// <inheritdoc/>
    public static StableDiffusionClipGuidance Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
