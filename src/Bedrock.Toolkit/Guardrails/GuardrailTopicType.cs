using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The kind of a topic. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTopic.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailTopicType>))]
public readonly record struct GuardrailTopicType(string Value) : IOpenValue<GuardrailTopicType>
{
    /// <summary>A topic that is not to be talked about.</summary>
    public static GuardrailTopicType Deny { get; } = new("DENY");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailTopicType(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailTopicType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
