namespace Bedrock.Toolkit.Guardrails;

/// <summary>Which side of a conversation a finding is about.</summary>
public enum GuardrailDirection
{
    /// <summary>What went to the model.</summary>
    Input,

    /// <summary>What the model wrote.</summary>
    Output,
}
