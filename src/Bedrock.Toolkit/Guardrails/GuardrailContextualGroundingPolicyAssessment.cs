using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the grounding policy measured. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContextualGroundingPolicyAssessment.html</remarks>
public sealed class GuardrailContextualGroundingPolicyAssessment
{
    /// <summary>The filters.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("filters")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailContextualGroundingFilter>))]
    public IList<GuardrailContextualGroundingFilter>? Filters { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
