using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A rule of a policy. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningRule.html</remarks>
public sealed class GuardrailAutomatedReasoningRule
{
    /// <summary>The id of the rule.</summary>
    /// <value>12 lower-case letters and digits; null when the service did not say.</value>
    [JsonPropertyName("identifier")]
    public string? Identifier { get; set; }

    /// <summary>The version of the policy that has the rule.</summary>
    /// <value>An ARN; null when the service did not say.</value>
    [JsonPropertyName("policyVersionArn")]
    public string? PolicyVersionArn { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
