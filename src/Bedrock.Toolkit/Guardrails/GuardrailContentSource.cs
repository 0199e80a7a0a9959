using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Which side of a conversation a guardrail looks at. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailContentSource>))]
public readonly record struct GuardrailContentSource(string Value) : IOpenValue<GuardrailContentSource>
{
    /// <summary>What a user or another source wrote.</summary>
    public static GuardrailContentSource Input { get; } = new("INPUT");

    /// <summary>What a model wrote.</summary>
    public static GuardrailContentSource Output { get; } = new("OUTPUT");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailContentSource(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailContentSource Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
