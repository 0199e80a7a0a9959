using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What automated reasoning came to. Not thread safe while it is changed.</summary>
/// <remarks>It only detects: a claim that is proven wrong passes the guardrail. Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningPolicyAssessment.html</remarks>
public sealed class GuardrailAutomatedReasoningPolicyAssessment
{
    /// <summary>The findings.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("findings")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningFinding>))]
    public IList<GuardrailAutomatedReasoningFinding>? Findings { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
