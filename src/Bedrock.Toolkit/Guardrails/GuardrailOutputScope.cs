using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>How much of its assessment ApplyGuardrail answers. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailOutputScope>))]
public readonly record struct GuardrailOutputScope(string Value) : IOpenValue<GuardrailOutputScope>
{
    /// <summary>Only what was detected; the default of the service.</summary>
    public static GuardrailOutputScope Interventions { get; } = new("INTERVENTIONS");

    /// <summary>Also what was looked at and not detected. Not for word lists and regexes.</summary>
    public static GuardrailOutputScope Full { get; } = new("FULL");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailOutputScope(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailOutputScope Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
