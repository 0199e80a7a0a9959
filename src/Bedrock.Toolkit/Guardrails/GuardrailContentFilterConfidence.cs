using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>How sure a content filter is. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentFilter.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailContentFilterConfidence>))]
public readonly record struct GuardrailContentFilterConfidence(string Value) : IOpenValue<GuardrailContentFilterConfidence>
{
    /// <summary>None.</summary>
    public static GuardrailContentFilterConfidence None { get; } = new("NONE");

    /// <summary>Low.</summary>
    public static GuardrailContentFilterConfidence Low { get; } = new("LOW");

    /// <summary>Medium.</summary>
    public static GuardrailContentFilterConfidence Medium { get; } = new("MEDIUM");

    /// <summary>High.</summary>
    public static GuardrailContentFilterConfidence High { get; } = new("HIGH");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailContentFilterConfidence(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailContentFilterConfidence Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
