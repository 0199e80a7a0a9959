using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a grounding filter measures. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContextualGroundingFilter.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailContextualGroundingFilterType>))]
public readonly record struct GuardrailContextualGroundingFilterType(string Value) : IOpenValue<GuardrailContextualGroundingFilterType>
{
    /// <summary>Whether the answer follows from the source.</summary>
    public static GuardrailContextualGroundingFilterType Grounding { get; } = new("GROUNDING");

    /// <summary>Whether the answer is to the question.</summary>
    public static GuardrailContextualGroundingFilterType Relevance { get; } = new("RELEVANCE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailContextualGroundingFilterType(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailContextualGroundingFilterType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
