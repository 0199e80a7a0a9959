using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the content policy found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentPolicyAssessment.html</remarks>
public sealed class GuardrailContentPolicyAssessment
{
    /// <summary>The filters.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("filters")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailContentFilter>))]
    public IList<GuardrailContentFilter>? Filters { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
