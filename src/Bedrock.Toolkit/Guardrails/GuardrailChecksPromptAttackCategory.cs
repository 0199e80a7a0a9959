using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>An attack on the instructions of a model. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackCategoryConfig.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailChecksPromptAttackCategory>))]
public readonly record struct GuardrailChecksPromptAttackCategory(string Value) : IOpenValue<GuardrailChecksPromptAttackCategory>
{
    /// <summary>An attempt to make the model drop its rules.</summary>
    public static GuardrailChecksPromptAttackCategory Jailbreak { get; } = new("JAILBREAK");

    /// <summary>Instructions that are smuggled in with content.</summary>
    public static GuardrailChecksPromptAttackCategory PromptInjection { get; } = new("PROMPT_INJECTION");

    /// <summary>An attempt to read the instructions out.</summary>
    public static GuardrailChecksPromptAttackCategory PromptLeakage { get; } = new("PROMPT_LEAKAGE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailChecksPromptAttackCategory(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailChecksPromptAttackCategory Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
