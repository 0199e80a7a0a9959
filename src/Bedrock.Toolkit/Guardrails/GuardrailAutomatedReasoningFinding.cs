namespace Bedrock.Toolkit.Guardrails;

public abstract partial class GuardrailAutomatedReasoningFinding
{
    /// <summary>Which of the kinds it is.</summary>
    /// <value>For a finding that this version does not know, the name of its first member that is not null; empty when there is none.</value>
    [JsonIgnore]
    public GuardrailAutomatedReasoningFindingKind Kind => this switch
    {
        GuardrailValidFinding => GuardrailAutomatedReasoningFindingKind.Valid,
        GuardrailInvalidFinding => GuardrailAutomatedReasoningFindingKind.Invalid,
        GuardrailSatisfiableFinding => GuardrailAutomatedReasoningFindingKind.Satisfiable,
        GuardrailImpossibleFinding => GuardrailAutomatedReasoningFindingKind.Impossible,
        GuardrailTranslationAmbiguousFinding => GuardrailAutomatedReasoningFindingKind.TranslationAmbiguous,
        GuardrailTooComplexFinding => GuardrailAutomatedReasoningFindingKind.TooComplex,
        GuardrailNoTranslationsFinding => GuardrailAutomatedReasoningFindingKind.NoTranslations,
        GuardrailUnknownFinding { Raw: { ValueKind: JsonValueKind.Object } raw } =>
            raw.EnumerateObject()
                .FirstOrDefault(member => member.Value.ValueKind != JsonValueKind.Null) is { Value.ValueKind: not JsonValueKind.Undefined } member
                ? member.Name
                : string.Empty,
        _ => string.Empty,
    };
}

/// <summary>What automated reasoning came to. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningFinding.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailAutomatedReasoningFindingKind>))]
public readonly partial struct GuardrailAutomatedReasoningFindingKind : IOpenValue<GuardrailAutomatedReasoningFindingKind>
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
}
