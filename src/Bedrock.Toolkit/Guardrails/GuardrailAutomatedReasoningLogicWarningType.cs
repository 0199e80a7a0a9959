using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What is odd about statements as logic. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningLogicWarning.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailAutomatedReasoningLogicWarningType>))]
public readonly record struct GuardrailAutomatedReasoningLogicWarningType(string Value) : IOpenValue<GuardrailAutomatedReasoningLogicWarningType>
{
    /// <summary>They can never be true, whatever the policy says.</summary>
    public static GuardrailAutomatedReasoningLogicWarningType AlwaysFalse { get; } = new("ALWAYS_FALSE");

    /// <summary>They are always true, whatever the policy says.</summary>
    public static GuardrailAutomatedReasoningLogicWarningType AlwaysTrue { get; } = new("ALWAYS_TRUE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailAutomatedReasoningLogicWarningType(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailAutomatedReasoningLogicWarningType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
