using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the policy on sensitive information found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailSensitiveInformationPolicyAssessment.html</remarks>
public sealed class GuardrailSensitiveInformationPolicyAssessment
{
    /// <summary>Personal information.</summary>
    /// <value>Empty when there is none.</value>
    [JsonPropertyName("piiEntities")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailPiiEntityFilter>))]
    [AllowNull]
    public IList<GuardrailPiiEntityFilter> PiiEntities
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>Matches of the guardrail's own expressions.</summary>
    /// <value>Empty when there are none.</value>
    [JsonPropertyName("regexes")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailRegexFilter>))]
    [AllowNull]
    public IList<GuardrailRegexFilter> Regexes
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
