using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>How much a guardrail tells of what it found, in Converse. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConfiguration.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailTrace>))]
public readonly record struct GuardrailTrace(string Value) : IOpenValue<GuardrailTrace>
{
    /// <summary>What was found.</summary>
    public static GuardrailTrace Enabled { get; } = new("enabled");

    /// <summary>Nothing.</summary>
    public static GuardrailTrace Disabled { get; } = new("disabled");

    /// <summary>Also what was looked at and let pass.</summary>
    public static GuardrailTrace EnabledFull { get; } = new("enabled_full");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailTrace(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailTrace Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
