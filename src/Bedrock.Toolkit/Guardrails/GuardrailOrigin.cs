using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Why a guardrail was applied. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AppliedGuardrailDetails.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailOrigin>))]
public readonly record struct GuardrailOrigin(string Value) : IOpenValue<GuardrailOrigin>
{
    /// <summary>The request named it.</summary>
    public static GuardrailOrigin Request { get; } = new("REQUEST");

    /// <summary>The account enforces it.</summary>
    public static GuardrailOrigin AccountEnforced { get; } = new("ACCOUNT_ENFORCED");

    /// <summary>The organisation enforces it.</summary>
    public static GuardrailOrigin OrganizationEnforced { get; } = new("ORGANIZATION_ENFORCED");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailOrigin(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailOrigin Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
