using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a text is to the guardrail. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseTextBlock.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailConverseContentQualifier>))]
public readonly record struct GuardrailConverseContentQualifier(string Value) : IOpenValue<GuardrailConverseContentQualifier>
{
    /// <summary>The source that the answer must keep to.</summary>
    public static GuardrailConverseContentQualifier GroundingSource { get; } = new("grounding_source");

    /// <summary>The question that the answer must be relevant to.</summary>
    public static GuardrailConverseContentQualifier Query { get; } = new("query");

    /// <summary>Text that the guardrail looks at.</summary>
    public static GuardrailConverseContentQualifier GuardContent { get; } = new("guard_content");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailConverseContentQualifier(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailConverseContentQualifier Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
