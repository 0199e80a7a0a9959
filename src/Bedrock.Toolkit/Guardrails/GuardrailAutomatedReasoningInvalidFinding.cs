using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The claims contradict the rules of the policy. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningInvalidFinding.html</remarks>
public sealed class GuardrailAutomatedReasoningInvalidFinding
{
    /// <summary>The content as logic.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("translation")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningTranslation>))]
    public GuardrailAutomatedReasoningTranslation? Translation { get; set; }

    /// <summary>The rules that contradict.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contradictingRules")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningRule>))]
    public IList<GuardrailAutomatedReasoningRule>? ContradictingRules { get; set; }

    /// <summary>What is odd about the statements themselves.</summary>
    /// <value>Null when nothing is.</value>
    [JsonPropertyName("logicWarning")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningLogicWarning>))]
    public GuardrailAutomatedReasoningLogicWarning? LogicWarning { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
