using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Whether a stream waits for the guardrail. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailStreamConfiguration.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailStreamProcessingMode>))]
public readonly record struct GuardrailStreamProcessingMode(string Value) : IOpenValue<GuardrailStreamProcessingMode>
{
    /// <summary>The guardrail looks at a piece before it is sent.</summary>
    public static GuardrailStreamProcessingMode Sync { get; } = new("sync");

    /// <summary>Pieces are sent at once, and may turn out to be blocked afterwards.</summary>
    public static GuardrailStreamProcessingMode Async { get; } = new("async");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailStreamProcessingMode(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailStreamProcessingMode Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
