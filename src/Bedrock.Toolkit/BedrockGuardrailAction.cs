using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit;

/// <summary>What a guardrail did. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<BedrockGuardrailAction>))]
public readonly record struct BedrockGuardrailAction(string Value) : IOpenValue<BedrockGuardrailAction>
{
    /// <summary>The guardrail blocked or changed the text.</summary>
    public static BedrockGuardrailAction Intervened { get; } = new("INTERVENED");

    /// <summary>The guardrail let the text pass.</summary>
    public static BedrockGuardrailAction None { get; } = new("NONE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator BedrockGuardrailAction(string value) => new(value);

    /// <inheritdoc/>
    public static BedrockGuardrailAction Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
