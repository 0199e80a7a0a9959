using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The units that a guardrail processed, by policy. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailUsage.html</remarks>
public sealed class GuardrailUsage
{
    /// <summary>Units of the topic policy.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("topicPolicyUnits")]
    [JsonConverter(typeof(CountConverter))]
    public int? TopicPolicyUnits { get; set; }

    /// <summary>Units of the content policy.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contentPolicyUnits")]
    [JsonConverter(typeof(CountConverter))]
    public int? ContentPolicyUnits { get; set; }

    /// <summary>Units of the word policy.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("wordPolicyUnits")]
    [JsonConverter(typeof(CountConverter))]
    public int? WordPolicyUnits { get; set; }

    /// <summary>Units of the policy on sensitive information.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("sensitiveInformationPolicyUnits")]
    [JsonConverter(typeof(CountConverter))]
    public int? SensitiveInformationPolicyUnits { get; set; }

    /// <summary>Units of the policy on sensitive information that are free of charge.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("sensitiveInformationPolicyFreeUnits")]
    [JsonConverter(typeof(CountConverter))]
    public int? SensitiveInformationPolicyFreeUnits { get; set; }

    /// <summary>Units of the grounding policy.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contextualGroundingPolicyUnits")]
    [JsonConverter(typeof(CountConverter))]
    public int? ContextualGroundingPolicyUnits { get; set; }

    /// <summary>Images of the content policy.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contentPolicyImageUnits")]
    [JsonConverter(typeof(CountConverter))]
    public int? ContentPolicyImageUnits { get; set; }

    /// <summary>Units of automated reasoning.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("automatedReasoningPolicyUnits")]
    [JsonConverter(typeof(CountConverter))]
    public int? AutomatedReasoningPolicyUnits { get; set; }

    /// <summary>How many policies of automated reasoning were processed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("automatedReasoningPolicies")]
    [JsonConverter(typeof(CountConverter))]
    public int? AutomatedReasoningPolicies { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
