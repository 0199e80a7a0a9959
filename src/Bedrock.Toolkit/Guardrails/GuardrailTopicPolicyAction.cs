using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a topic that was found led to. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTopic.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailTopicPolicyAction>))]
public readonly record struct GuardrailTopicPolicyAction(string Value) : IOpenValue<GuardrailTopicPolicyAction>
{
    /// <summary>The content was blocked.</summary>
    public static GuardrailTopicPolicyAction Blocked { get; } = new("BLOCKED");

    /// <summary>Nothing was done.</summary>
    public static GuardrailTopicPolicyAction None { get; } = new("NONE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailTopicPolicyAction(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailTopicPolicyAction Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
