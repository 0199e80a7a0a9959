namespace Bedrock.Toolkit.Guardrails;

/// <summary>What an assessment comes to. Only <see cref="Clear"/> is harmless.</summary>
public enum GuardrailVerdict
{
    /// <summary>It cannot be told: nothing was assessed, the trace is missing, or the assessment has parts that this version does not know.</summary>
    Unknown,

    /// <summary>Everything was assessed by policies that this version knows, and nothing was found.</summary>
    Clear,

    /// <summary>Something was found and let pass: by a policy that only detects, or as a finding of automated reasoning that is not a plain valid
    /// one.</summary>
    Detected,

    /// <summary>The guardrail blocked or changed the content.</summary>
    Intervened,
}
