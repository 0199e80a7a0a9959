using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What automated reasoning came to. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningFinding.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailAutomatedReasoningFindingKind>))]
public readonly record struct GuardrailAutomatedReasoningFindingKind(string Value) : IOpenValue<GuardrailAutomatedReasoningFindingKind>
{
    /// <summary>The claims follow from the rules.</summary>
    public static GuardrailAutomatedReasoningFindingKind Valid { get; } = new("valid");

    /// <summary>The claims contradict the rules.</summary>
    public static GuardrailAutomatedReasoningFindingKind Invalid { get; } = new("invalid");

    /// <summary>The rules do not decide the claims.</summary>
    public static GuardrailAutomatedReasoningFindingKind Satisfiable { get; } = new("satisfiable");

    /// <summary>Premises or rules contradict one another, so that nothing can be said.</summary>
    public static GuardrailAutomatedReasoningFindingKind Impossible { get; } = new("impossible");

    /// <summary>The content can be read in more than one way.</summary>
    public static GuardrailAutomatedReasoningFindingKind TranslationAmbiguous { get; } = new("translationAmbiguous");

    /// <summary>The content is too much to be checked.</summary>
    public static GuardrailAutomatedReasoningFindingKind TooComplex { get; } = new("tooComplex");

    /// <summary>Nothing could be translated.</summary>
    public static GuardrailAutomatedReasoningFindingKind NoTranslations { get; } = new("noTranslations");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailAutomatedReasoningFindingKind(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailAutomatedReasoningFindingKind Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
