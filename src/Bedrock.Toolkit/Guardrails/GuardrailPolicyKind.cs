namespace Bedrock.Toolkit.Guardrails;

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
