using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a guardrail did with the content as a whole. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailAction>))]
public readonly record struct GuardrailAction(string Value) : IOpenValue<GuardrailAction>
{
    /// <summary>Nothing: it let the content pass. This does not mean that nothing was found; see <see cref="GuardrailSummary"/>.</summary>
    public static GuardrailAction None { get; } = new("NONE");

    /// <summary>It blocked or changed the content.</summary>
    public static GuardrailAction GuardrailIntervened { get; } = new("GUARDRAIL_INTERVENED");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailAction(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailAction Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
