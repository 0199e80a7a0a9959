using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit;

/// <summary>How much a guardrail tells of what it found. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<BedrockGuardrailTrace>))]
public readonly record struct BedrockGuardrailTrace(string Value) : IOpenValue<BedrockGuardrailTrace>
{
    /// <summary>What was found.</summary>
    public static BedrockGuardrailTrace Enabled { get; } = new("ENABLED");

    /// <summary>Nothing.</summary>
    public static BedrockGuardrailTrace Disabled { get; } = new("DISABLED");

    /// <summary>Also what was looked at and let pass.</summary>
    public static BedrockGuardrailTrace EnabledFull { get; } = new("ENABLED_FULL");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator BedrockGuardrailTrace(string value) => new(value);

    /// <inheritdoc/>
    public static BedrockGuardrailTrace Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
