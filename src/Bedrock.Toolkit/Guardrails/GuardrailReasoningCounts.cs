namespace Bedrock.Toolkit.Guardrails;

/// <summary>The findings of automated reasoning, counted by kind. Immutable.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningFinding.html</remarks>
public sealed class GuardrailReasoningCounts
{
    internal GuardrailReasoningCounts(IReadOnlyList<GuardrailAutomatedReasoningFinding> findings)
    {
        Valid = findings.Count(f => f is GuardrailValidFinding);
        Invalid = findings.Count(f => f is GuardrailInvalidFinding);
        Satisfiable = findings.Count(f => f is GuardrailSatisfiableFinding);
        Impossible = findings.Count(f => f is GuardrailImpossibleFinding);
        TranslationAmbiguous = findings.Count(f => f is GuardrailTranslationAmbiguousFinding);
        TooComplex = findings.Count(f => f is GuardrailTooComplexFinding);
        NoTranslations = findings.Count(f => f is GuardrailNoTranslationsFinding);
        Unknown = findings.Count(f => f is GuardrailUnknownFinding);
        Total = findings.Count;
    }

    /// <summary>Claims that follow from the rules.</summary>
    public int Valid { get; }

    /// <summary>Claims that contradict the rules.</summary>
    public int Invalid { get; }

    /// <summary>Claims that the rules do not decide.</summary>
    public int Satisfiable { get; }

    /// <summary>Premises or rules that contradict one another.</summary>
    public int Impossible { get; }

    /// <summary>Content that can be read in more than one way.</summary>
    public int TranslationAmbiguous { get; }

    /// <summary>Content that is too much to be checked.</summary>
    public int TooComplex { get; }

    /// <summary>Content of which nothing could be translated.</summary>
    public int NoTranslations { get; }

    /// <summary>Findings of a kind that this version does not know.</summary>
    public int Unknown { get; }

    /// <summary>All findings.</summary>
    /// <value>The sum of the other counts.</value>
    public int Total { get; }

    /// <summary>Whether there are findings, and all of them say valid.</summary>
    public bool IsAllValid => Total > 0 && Valid == Total;

    /// <summary>The counts that are not 0.</summary>
    /// <returns>Such as <c>2 valid, 1 tooComplex</c>; <c>none</c> when there are no findings.</returns>
    public override string ToString()
    {
        (int Count, string Name)[] all =
        [
            (Valid, "valid"), (Invalid, "invalid"), (Satisfiable, "satisfiable"), (Impossible, "impossible"),
            (TranslationAmbiguous, "translationAmbiguous"), (TooComplex, "tooComplex"), (NoTranslations, "noTranslations"), (Unknown, "unknown"),
        ];
        return Total == 0 ? "none" : string.Join(", ", all.Where(c => c.Count > 0).Select(c => $"{c.Count} {c.Name}"));
    }
}
