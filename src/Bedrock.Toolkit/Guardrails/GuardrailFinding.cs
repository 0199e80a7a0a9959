namespace Bedrock.Toolkit.Guardrails;

/// <summary>One thing that a policy of a guardrail looked for, and what came of it. Immutable.</summary>
/// <remarks>It holds no text of the content: that is in the assessment itself.</remarks>
public sealed class GuardrailFinding
{
    internal GuardrailFinding(GuardrailPolicyKind policy, GuardrailDirection direction, string? guardrailId)
    {
        Policy = policy;
        Direction = direction;
        GuardrailId = guardrailId;
    }

    /// <summary>The policy that looked.</summary>
    public GuardrailPolicyKind Policy { get; }

    /// <summary>Where it looked.</summary>
    public GuardrailDirection Direction { get; }

    /// <summary>The guardrail that the policy belongs to.</summary>
    /// <value>Null when the service did not say.</value>
    public string? GuardrailId { get; }

    /// <summary>What it looked for.</summary>
    /// <value>
    /// The name of a topic or of a regular expression; the type of a filter, of personal information or of a word list, or the kind of a finding of
    /// automated reasoning, as on the wire. Null when the service did not say, and for words of the guardrail's own list.
    /// </value>
    public string? Name { get; internal init; }

    /// <summary>What it led to.</summary>
    /// <value>As on the wire, such as <c>BLOCKED</c>; null when the service did not say, and for automated reasoning, which only detects.</value>
    public string? Action { get; internal init; }

    /// <summary>Whether it was found.</summary>
    /// <value>
    /// As the service said; where it did not say, true unless its score or confidence tells otherwise. For automated reasoning, false only for a valid
    /// finding without a logic warning and without claims or premises that were left untranslated.
    /// </value>
    public bool IsDetected { get; internal init; }

    /// <summary>Whether it made the guardrail block or change the content.</summary>
    public bool IsIntervention => Action is "BLOCKED" or "ANONYMIZED";

    /// <summary>What was looked for and what came of it.</summary>
    /// <returns>A text for diagnostics without any of the content.</returns>
    public override string ToString() => $"{Direction} {Policy} {Name}: {Action ?? (IsDetected ? "detected" : "not detected")}";
}

/// <summary>Which side of a conversation a finding is about.</summary>
public enum GuardrailDirection
{
    /// <summary>What went to the model.</summary>
    Input,

    /// <summary>What the model wrote.</summary>
    Output,
}

/// <summary>The policies of a guardrail that this version knows.</summary>
public enum GuardrailPolicyKind
{
    /// <summary>Topics that are denied.</summary>
    Topic,

    /// <summary>Harmful content and prompt attacks.</summary>
    Content,

    /// <summary>Words.</summary>
    Word,

    /// <summary>Personal and other sensitive information.</summary>
    SensitiveInformation,

    /// <summary>Whether an answer is grounded and relevant.</summary>
    ContextualGrounding,

    /// <summary>Whether claims follow from a policy; it only detects.</summary>
    AutomatedReasoning,
}
