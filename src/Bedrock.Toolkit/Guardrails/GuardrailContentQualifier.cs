using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a text is to a guardrail. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTextBlock.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailContentQualifier>))]
public readonly record struct GuardrailContentQualifier(string Value) : IOpenValue<GuardrailContentQualifier>
{
    /// <summary>The facts that an answer has to be grounded in.</summary>
    public static GuardrailContentQualifier GroundingSource { get; } = new("grounding_source");

    /// <summary>The question that an answer has to be relevant to.</summary>
    public static GuardrailContentQualifier Query { get; } = new("query");

    /// <summary>Text to be assessed.</summary>
    public static GuardrailContentQualifier GuardContent { get; } = new("guard_content");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailContentQualifier(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailContentQualifier Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
