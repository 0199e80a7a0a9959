using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The content can be read in more than one way. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningTranslationAmbiguousFinding.html</remarks>
public sealed class GuardrailAutomatedReasoningTranslationAmbiguousFinding
{
    /// <summary>The readings.</summary>
    /// <value>At most 2; null when the service did not say.</value>
    [JsonPropertyName("options")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningTranslationOption>))]
    public IList<GuardrailAutomatedReasoningTranslationOption>? Options { get; set; }

    /// <summary>Situations that show how the readings differ.</summary>
    /// <value>At most 2; null when the service did not say.</value>
    [JsonPropertyName("differenceScenarios")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningScenario>))]
    public IList<GuardrailAutomatedReasoningScenario>? DifferenceScenarios { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
