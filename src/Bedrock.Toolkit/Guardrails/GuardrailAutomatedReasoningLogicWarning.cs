using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Statements that are odd as logic, before any rule is looked at. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningLogicWarning.html</remarks>
public sealed class GuardrailAutomatedReasoningLogicWarning
{
    /// <summary>What is odd.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailAutomatedReasoningLogicWarningType? Type { get; set; }

    /// <summary>The premises in question.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("premises")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningStatement>))]
    public IList<GuardrailAutomatedReasoningStatement>? Premises { get; set; }

    /// <summary>The claims in question.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("claims")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningStatement>))]
    public IList<GuardrailAutomatedReasoningStatement>? Claims { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
