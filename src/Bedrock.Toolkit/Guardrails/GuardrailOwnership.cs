using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Whose a guardrail is. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AppliedGuardrailDetails.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailOwnership>))]
public readonly record struct GuardrailOwnership(string Value) : IOpenValue<GuardrailOwnership>
{
    /// <summary>It belongs to the calling account.</summary>
    public static GuardrailOwnership Self { get; } = new("SELF");

    /// <summary>It belongs to another account.</summary>
    public static GuardrailOwnership CrossAccount { get; } = new("CROSS_ACCOUNT");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailOwnership(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailOwnership Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
