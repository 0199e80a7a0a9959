using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Guardrails;

/// <summary>What a guardrail found, policy by policy.</summary>
/// <remarks>A policy that this version does not know is in <see cref="BedrockObject.AdditionalProperties"/>; <see cref="GuardrailSummary"/> lists it.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAssessment.html</remarks>
public sealed partial class GuardrailAssessment : BedrockObject
{
    /// <summary>Topics that are denied.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("topicPolicy"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailTopicPolicyAssessment>))]
    public GuardrailTopicPolicyAssessment? TopicPolicy { get; set; }

    /// <summary>Harmful content and prompt attacks.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contentPolicy"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailContentPolicyAssessment>))]
    public GuardrailContentPolicyAssessment? ContentPolicy { get; set; }

    /// <summary>Words.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("wordPolicy"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailWordPolicyAssessment>))]
    public GuardrailWordPolicyAssessment? WordPolicy { get; set; }

    /// <summary>Personal and other sensitive information.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("sensitiveInformationPolicy"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailSensitiveInformationPolicyAssessment>))]
    public GuardrailSensitiveInformationPolicyAssessment? SensitiveInformationPolicy { get; set; }

    /// <summary>Whether the answer is grounded and relevant.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contextualGroundingPolicy"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailContextualGroundingPolicyAssessment>))]
    public GuardrailContextualGroundingPolicyAssessment? ContextualGroundingPolicy { get; set; }

    /// <summary>Whether the claims follow from a policy; it only detects.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("automatedReasoningPolicy"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningPolicyAssessment>))]
    public GuardrailAutomatedReasoningPolicyAssessment? AutomatedReasoningPolicy { get; set; }

    /// <summary>What the assessment cost.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("invocationMetrics"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailInvocationMetrics>))]
    public GuardrailInvocationMetrics? InvocationMetrics { get; set; }

    /// <summary>The guardrail itself.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("appliedGuardrailDetails"), JsonConverter(typeof(GuardrailObjectConverter<AppliedGuardrailDetails>))]
    public AppliedGuardrailDetails? AppliedGuardrailDetails { get; set; }
}

/// <summary>What automated reasoning came to.</summary>
/// <remarks>It only detects: a claim that is proven wrong passes the guardrail. Source:
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningPolicyAssessment.html</remarks>
public sealed partial class GuardrailAutomatedReasoningPolicyAssessment : BedrockObject
{
    /// <summary>The findings.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("findings"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningFinding>))]
    public IList<GuardrailAutomatedReasoningFinding>? Findings { get; set; }
}

/// <summary>What the content policy found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentPolicyAssessment.html</remarks>
public sealed partial class GuardrailContentPolicyAssessment : BedrockObject
{
    /// <summary>The filters.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("filters"), JsonConverter(typeof(GuardrailListConverter<GuardrailContentFilter>))]
    public IList<GuardrailContentFilter>? Filters { get; set; }
}

/// <summary>What the grounding policy measured.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContextualGroundingPolicyAssessment.html</remarks>
public sealed partial class GuardrailContextualGroundingPolicyAssessment : BedrockObject
{
    /// <summary>The filters.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("filters"), JsonConverter(typeof(GuardrailListConverter<GuardrailContextualGroundingFilter>))]
    public IList<GuardrailContextualGroundingFilter>? Filters { get; set; }
}

/// <summary>What the topic policy found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTopicPolicyAssessment.html</remarks>
public sealed partial class GuardrailTopicPolicyAssessment : BedrockObject
{
    /// <summary>The topics.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("topics"), JsonConverter(typeof(GuardrailListConverter<GuardrailTopic>))]
    public IList<GuardrailTopic>? Topics { get; set; }
}

/// <summary>What the policy on sensitive information found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailSensitiveInformationPolicyAssessment.html</remarks>
public sealed partial class GuardrailSensitiveInformationPolicyAssessment : BedrockObject
{
    /// <summary>Personal information.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("piiEntities"), JsonConverter(typeof(GuardrailListConverter<GuardrailPiiEntityFilter>))]
    public IList<GuardrailPiiEntityFilter>? PiiEntities { get; set; }

    /// <summary>Matches of the guardrail's own expressions.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("regexes"), JsonConverter(typeof(GuardrailListConverter<GuardrailRegexFilter>))]
    public IList<GuardrailRegexFilter>? Regexes { get; set; }
}

/// <summary>What the word policy found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailWordPolicyAssessment.html</remarks>
public sealed partial class GuardrailWordPolicyAssessment : BedrockObject
{
    /// <summary>Words of the guardrail's own list.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("customWords"), JsonConverter(typeof(GuardrailListConverter<GuardrailCustomWord>))]
    public IList<GuardrailCustomWord>? CustomWords { get; set; }

    /// <summary>Words of the lists of AWS.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("managedWordLists"), JsonConverter(typeof(GuardrailListConverter<GuardrailManagedWord>))]
    public IList<GuardrailManagedWord>? ManagedWordLists { get; set; }
}

/// <summary>A word of the guardrail's own list that was found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailCustomWord.html</remarks>
public sealed partial class GuardrailCustomWord : BedrockObject
{
    /// <summary>The word in the content.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("match")]
    public string? Match { get; set; }

    /// <summary>What it led to.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("action")]
    public GuardrailWordPolicyAction? Action { get; set; }

    /// <summary>Whether it was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("detected")]
    public bool? Detected { get; set; }
}

/// <summary>What an assessment cost.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailInvocationMetrics.html</remarks>
public sealed partial class GuardrailInvocationMetrics : BedrockObject
{
    /// <summary>The time that the guardrail took.</summary>
    /// <value>Milliseconds; null when the service did not say.</value>
    [JsonPropertyName("guardrailProcessingLatency"), JsonConverter(typeof(LongCountConverter))]
    public long? GuardrailProcessingLatency { get; set; }

    /// <summary>What was processed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailUsage>))]
    public GuardrailUsage? Usage { get; set; }

    /// <summary>How much of the content was assessed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guardrailCoverage"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailCoverage>))]
    public GuardrailCoverage? GuardrailCoverage { get; set; }
}

/// <summary>A word of a list of AWS that was found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailManagedWord.html</remarks>
public sealed partial class GuardrailManagedWord : BedrockObject
{
    /// <summary>The word in the content.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("match")]
    public string? Match { get; set; }

    /// <summary>The list.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailManagedWordType? Type { get; set; }

    /// <summary>What it led to.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("action")]
    public GuardrailWordPolicyAction? Action { get; set; }

    /// <summary>Whether it was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("detected")]
    public bool? Detected { get; set; }
}

/// <summary>Personal information that was found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailPiiEntityFilter.html</remarks>
public sealed partial class GuardrailPiiEntityFilter : BedrockObject
{
    /// <summary>The text that was found.</summary>
    /// <value>Null when the service did not say. Personal: do not log it.</value>
    [JsonPropertyName("match")]
    public string? Match { get; set; }

    /// <summary>Which kind it is.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailPiiEntityType? Type { get; set; }

    /// <summary>What it led to.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("action")]
    public GuardrailSensitiveInformationPolicyAction? Action { get; set; }

    /// <summary>Whether it was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("detected")]
    public bool? Detected { get; set; }
}

/// <summary>A topic that a guardrail denies, and whether it was found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTopic.html</remarks>
public sealed partial class GuardrailTopic : BedrockObject
{
    /// <summary>The name that the guardrail gives the topic.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The kind of topic.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailTopicType? Type { get; set; }

    /// <summary>What it led to.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("action")]
    public GuardrailTopicPolicyAction? Action { get; set; }

    /// <summary>Whether it was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("detected")]
    public bool? Detected { get; set; }
}

/// <summary>What a content filter found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentFilter.html</remarks>
public sealed partial class GuardrailContentFilter : BedrockObject
{
    /// <summary>What it looks for.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailContentFilterType? Type { get; set; }

    /// <summary>How sure it is.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("confidence")]
    public GuardrailContentFilterConfidence? Confidence { get; set; }

    /// <summary>How strictly it is set.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("filterStrength")]
    public GuardrailContentFilterStrength? FilterStrength { get; set; }

    /// <summary>What it led to.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("action")]
    public GuardrailContentPolicyAction? Action { get; set; }

    /// <summary>Whether it was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("detected")]
    public bool? Detected { get; set; }
}

/// <summary>A match of a regular expression of the guardrail.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailRegexFilter.html</remarks>
public sealed partial class GuardrailRegexFilter : BedrockObject
{
    /// <summary>The name that the guardrail gives the expression.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The text that was found.</summary>
    /// <value>Null when the service did not say. Personal: do not log it.</value>
    [JsonPropertyName("match")]
    public string? Match { get; set; }

    /// <summary>The expression.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("regex")]
    public string? Regex { get; set; }

    /// <summary>What it led to.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("action")]
    public GuardrailSensitiveInformationPolicyAction? Action { get; set; }

    /// <summary>Whether it was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("detected")]
    public bool? Detected { get; set; }
}

/// <summary>The guardrail that made an assessment.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AppliedGuardrailDetails.html</remarks>
public sealed partial class AppliedGuardrailDetails : BedrockObject
{
    /// <summary>Its id.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guardrailId")]
    public string? GuardrailId { get; set; }

    /// <summary>Its version.</summary>
    /// <value>A number or <c>DRAFT</c>; null when the service did not say.</value>
    [JsonPropertyName("guardrailVersion")]
    public string? GuardrailVersion { get; set; }

    /// <summary>Its ARN.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guardrailArn")]
    public string? GuardrailArn { get; set; }

    /// <summary>Why it was applied.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guardrailOrigin"), JsonConverter(typeof(GuardrailListConverter<GuardrailOrigin>))]
    public IList<GuardrailOrigin>? GuardrailOrigin { get; set; }

    /// <summary>Whose it is.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guardrailOwnership")]
    public GuardrailOwnership? GuardrailOwnership { get; set; }
}

/// <summary>How far an answer is grounded, or relevant.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContextualGroundingFilter.html</remarks>
public sealed partial class GuardrailContextualGroundingFilter : BedrockObject
{
    /// <summary>What was measured.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailContextualGroundingFilterType? Type { get; set; }

    /// <summary>The score below which the filter acts.</summary>
    /// <value>0 to 1; null when the service did not say.</value>
    [JsonPropertyName("threshold")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? Threshold { get; set; }

    /// <summary>The score.</summary>
    /// <value>0 to 1, higher is better; null when the service did not say.</value>
    [JsonPropertyName("score")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? Score { get; set; }

    /// <summary>What it led to.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("action")]
    public GuardrailContextualGroundingPolicyAction? Action { get; set; }

    /// <summary>Whether it was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("detected")]
    public bool? Detected { get; set; }
}
