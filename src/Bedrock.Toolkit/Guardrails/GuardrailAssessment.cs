using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a guardrail found, policy by policy. Not thread safe while it is changed.</summary>
/// <remarks>A policy that this version does not know is in <see cref="AdditionalProperties"/>; <see cref="GuardrailSummary"/> lists it. Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAssessment.html</remarks>
public sealed class GuardrailAssessment
{
    /// <summary>Topics that are denied.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("topicPolicy")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailTopicPolicyAssessment>))]
    public GuardrailTopicPolicyAssessment? TopicPolicy { get; set; }

    /// <summary>Harmful content and prompt attacks.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contentPolicy")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailContentPolicyAssessment>))]
    public GuardrailContentPolicyAssessment? ContentPolicy { get; set; }

    /// <summary>Words.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("wordPolicy")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailWordPolicyAssessment>))]
    public GuardrailWordPolicyAssessment? WordPolicy { get; set; }

    /// <summary>Personal and other sensitive information.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("sensitiveInformationPolicy")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailSensitiveInformationPolicyAssessment>))]
    public GuardrailSensitiveInformationPolicyAssessment? SensitiveInformationPolicy { get; set; }

    /// <summary>Whether the answer is grounded and relevant.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contextualGroundingPolicy")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailContextualGroundingPolicyAssessment>))]
    public GuardrailContextualGroundingPolicyAssessment? ContextualGroundingPolicy { get; set; }

    /// <summary>Whether the claims follow from a policy; it only detects.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("automatedReasoningPolicy")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningPolicyAssessment>))]
    public GuardrailAutomatedReasoningPolicyAssessment? AutomatedReasoningPolicy { get; set; }

    /// <summary>What the assessment cost.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("invocationMetrics")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailInvocationMetrics>))]
    public GuardrailInvocationMetrics? InvocationMetrics { get; set; }

    /// <summary>The guardrail itself.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("appliedGuardrailDetails")]
    [JsonConverter(typeof(GuardrailObjectConverter<AppliedGuardrailDetails>))]
    public AppliedGuardrailDetails? AppliedGuardrailDetails { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
