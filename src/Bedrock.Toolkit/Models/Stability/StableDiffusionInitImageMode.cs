using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What says how far Stable Diffusion XL moves from a source image. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<StableDiffusionInitImageMode>))]
public readonly record struct StableDiffusionInitImageMode(string Value) : IOpenValue<StableDiffusionInitImageMode>
{
    /// <summary><see cref="StableDiffusionRequest.ImageStrength"/>.</summary>
    public static StableDiffusionInitImageMode ImageStrength { get; } = new("IMAGE_STRENGTH");

    /// <summary><see cref="StableDiffusionRequest.StepScheduleStart"/> and <see cref="StableDiffusionRequest.StepScheduleEnd"/>.</summary>
    public static StableDiffusionInitImageMode StepSchedule { get; } = new("STEP_SCHEDULE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator StableDiffusionInitImageMode(string value) => new(value);

    /// <inheritdoc/>
    public static StableDiffusionInitImageMode Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
