using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Guardrails;

/// <summary>What a guardrail found and did.</summary>
/// <remarks><see cref="Action"/> alone does not tell that the content is fine: policies that only detect never make it intervene. See
/// <see cref="GuardrailSummary"/>. Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html</remarks>
public sealed partial class ApplyGuardrailResponse : BedrockResponse
{
    /// <summary>What was processed, and is paid for.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailUsage>))]
    public GuardrailUsage? Usage { get; set; }

    /// <summary>What the guardrail did.</summary>
    /// <value>Null when the service did not say; do not read it as harmless.</value>
    [JsonPropertyName("action")]
    public GuardrailAction? Action { get; set; }

    /// <summary>Why it did so, in words.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("actionReason")]
    public string? ActionReason { get; set; }

    /// <summary>The content as changed, or the text that stands for blocked content.</summary>
    /// <value>Empty when the guardrail did not intervene.</value>
    [JsonPropertyName("outputs"), JsonConverter(typeof(GuardrailListConverter<GuardrailOutputContent>)), AllowNull]
    public IList<GuardrailOutputContent> Outputs { get; set => field = value ?? []; } = [];

    /// <summary>What each policy found.</summary>
    /// <value>Empty when the service sent none.</value>
    [JsonPropertyName("assessments"), JsonConverter(typeof(GuardrailListConverter<GuardrailAssessment>)), AllowNull]
    public IList<GuardrailAssessment> Assessments { get; set => field = value ?? []; } = [];

    /// <summary>How much of the content was assessed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guardrailCoverage"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailCoverage>))]
    public GuardrailCoverage? GuardrailCoverage { get; set; }

    private protected override ObjectSummary Summarise() => new("Outputs", Action?.Value, ObjectSummary.Count(Outputs.Count, "output"));
}

/// <summary>A text that a guardrail answers in place of the content.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailOutputContent.html</remarks>
public sealed partial class GuardrailOutputContent : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }
}

/// <summary>How much of the content was assessed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailCoverage.html</remarks>
public sealed partial class GuardrailCoverage : BedrockObject
{
    /// <summary>The characters.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("textCharacters"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailTextCharactersCoverage>))]
    public GuardrailTextCharactersCoverage? TextCharacters { get; set; }

    /// <summary>The images.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("images"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailImageCoverage>))]
    public GuardrailImageCoverage? Images { get; set; }
}

/// <summary>How many images were assessed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailImageCoverage.html</remarks>
public sealed partial class GuardrailImageCoverage : BedrockObject
{
    /// <summary>Images that were assessed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guarded"), JsonConverter(typeof(CountConverter))]
    public int? Guarded { get; set; }

    /// <summary>All images of the content.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("total"), JsonConverter(typeof(CountConverter))]
    public int? Total { get; set; }
}

/// <summary>How many characters were assessed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTextCharactersCoverage.html</remarks>
public sealed partial class GuardrailTextCharactersCoverage : BedrockObject
{
    /// <summary>Characters that were assessed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guarded"), JsonConverter(typeof(CountConverter))]
    public int? Guarded { get; set; }

    /// <summary>All characters of the content.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("total"), JsonConverter(typeof(CountConverter))]
    public int? Total { get; set; }
}

/// <summary>The units that a guardrail processed, by policy.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailUsage.html</remarks>
public sealed partial class GuardrailUsage : BedrockObject
{
    /// <summary>Units of the topic policy.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("topicPolicyUnits"), JsonConverter(typeof(CountConverter))]
    public int? TopicPolicyUnits { get; set; }

    /// <summary>Units of the content policy.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contentPolicyUnits"), JsonConverter(typeof(CountConverter))]
    public int? ContentPolicyUnits { get; set; }

    /// <summary>Units of the word policy.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("wordPolicyUnits"), JsonConverter(typeof(CountConverter))]
    public int? WordPolicyUnits { get; set; }

    /// <summary>Units of the policy on sensitive information.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("sensitiveInformationPolicyUnits"), JsonConverter(typeof(CountConverter))]
    public int? SensitiveInformationPolicyUnits { get; set; }

    /// <summary>Units of the policy on sensitive information that are free of charge.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("sensitiveInformationPolicyFreeUnits"), JsonConverter(typeof(CountConverter))]
    public int? SensitiveInformationPolicyFreeUnits { get; set; }

    /// <summary>Units of the grounding policy.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contextualGroundingPolicyUnits"), JsonConverter(typeof(CountConverter))]
    public int? ContextualGroundingPolicyUnits { get; set; }

    /// <summary>Images of the content policy.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contentPolicyImageUnits"), JsonConverter(typeof(CountConverter))]
    public int? ContentPolicyImageUnits { get; set; }

    /// <summary>Units of automated reasoning.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("automatedReasoningPolicyUnits"), JsonConverter(typeof(CountConverter))]
    public int? AutomatedReasoningPolicyUnits { get; set; }

    /// <summary>How many policies of automated reasoning were processed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("automatedReasoningPolicies"), JsonConverter(typeof(CountConverter))]
    public int? AutomatedReasoningPolicies { get; set; }
}
