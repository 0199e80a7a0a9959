using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What automated reasoning came to about some claims: a closed set, with <see cref="GuardrailUnknownFinding"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Automated reasoning only detects: no finding makes a guardrail intervene. Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningFinding.html</remarks>
[JsonConverter(typeof(GuardrailAutomatedReasoningFindingConverter))]
public abstract class GuardrailAutomatedReasoningFinding
{
    private protected GuardrailAutomatedReasoningFinding()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Which of the kinds it is.</summary>
    /// <value>For a finding that this version does not know, the name on the wire.</value>
    [JsonIgnore]
    public abstract GuardrailAutomatedReasoningFindingKind Kind { get; }
}
