using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What sensitive information that was found led to. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailPiiEntityFilter.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailSensitiveInformationPolicyAction>))]
public readonly record struct GuardrailSensitiveInformationPolicyAction(string Value) : IOpenValue<GuardrailSensitiveInformationPolicyAction>
{
    /// <summary>It was replaced by a placeholder.</summary>
    public static GuardrailSensitiveInformationPolicyAction Anonymized { get; } = new("ANONYMIZED");

    /// <summary>The content was blocked.</summary>
    public static GuardrailSensitiveInformationPolicyAction Blocked { get; } = new("BLOCKED");

    /// <summary>Nothing was done.</summary>
    public static GuardrailSensitiveInformationPolicyAction None { get; } = new("NONE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailSensitiveInformationPolicyAction(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailSensitiveInformationPolicyAction Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
