using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the policy on sensitive information found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailSensitiveInformationPolicyAssessment.html</remarks>
public sealed class GuardrailSensitiveInformationPolicyAssessment
{
    /// <summary>Personal information.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("piiEntities")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailPiiEntityFilter>))]
    public IList<GuardrailPiiEntityFilter>? PiiEntities { get; set; }

    /// <summary>Matches of the guardrail's own expressions.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("regexes")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailRegexFilter>))]
    public IList<GuardrailRegexFilter>? Regexes { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
