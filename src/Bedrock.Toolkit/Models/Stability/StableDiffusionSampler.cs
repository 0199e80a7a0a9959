using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The sampler of Stable Diffusion XL. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<StableDiffusionSampler>))]
public readonly record struct StableDiffusionSampler(string Value) : IOpenValue<StableDiffusionSampler>
{
    /// <summary>The sampler DDIM.</summary>
    public static StableDiffusionSampler Ddim { get; } = new("DDIM");

    /// <summary>The sampler DDPM.</summary>
    public static StableDiffusionSampler Ddpm { get; } = new("DDPM");

    /// <summary>The sampler K_DPMPP_2M.</summary>
    public static StableDiffusionSampler KDpmpp2M { get; } = new("K_DPMPP_2M");

    /// <summary>The sampler K_DPMPP_2S_ANCESTRAL.</summary>
    public static StableDiffusionSampler KDpmpp2SAncestral { get; } = new("K_DPMPP_2S_ANCESTRAL");

    /// <summary>The sampler K_DPM_2.</summary>
    public static StableDiffusionSampler KDpm2 { get; } = new("K_DPM_2");

    /// <summary>The sampler K_DPM_2_ANCESTRAL.</summary>
    public static StableDiffusionSampler KDpm2Ancestral { get; } = new("K_DPM_2_ANCESTRAL");

    /// <summary>The sampler K_EULER.</summary>
    public static StableDiffusionSampler KEuler { get; } = new("K_EULER");

    /// <summary>The sampler K_EULER_ANCESTRAL.</summary>
    public static StableDiffusionSampler KEulerAncestral { get; } = new("K_EULER_ANCESTRAL");

    /// <summary>The sampler K_HEUN.</summary>
    public static StableDiffusionSampler KHeun { get; } = new("K_HEUN");

    /// <summary>The sampler K_LMS.</summary>
    public static StableDiffusionSampler KLms { get; } = new("K_LMS");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator StableDiffusionSampler(string value) => new(value);

    /// <inheritdoc/>
    public static StableDiffusionSampler Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
