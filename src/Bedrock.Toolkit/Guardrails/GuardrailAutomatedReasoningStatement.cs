using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A statement, in logic and in words. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningStatement.html</remarks>
public sealed class GuardrailAutomatedReasoningStatement
{
    /// <summary>The statement in the formal language of the policy.</summary>
    /// <value>At most 1,000 characters; null when the service did not say.</value>
    [JsonPropertyName("logic")]
    public string? Logic { get; set; }

    /// <summary>The statement in words.</summary>
    /// <value>At most 1,000 characters; null when the service did not say.</value>
    [JsonPropertyName("naturalLanguage")]
    public string? NaturalLanguage { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
