using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The content as logic. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningTranslation.html</remarks>
public sealed class GuardrailAutomatedReasoningTranslation
{
    /// <summary>What is taken as given.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("premises")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningStatement>))]
    public IList<GuardrailAutomatedReasoningStatement>? Premises { get; set; }

    /// <summary>What is claimed under the premises.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("claims")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningStatement>))]
    public IList<GuardrailAutomatedReasoningStatement>? Claims { get; set; }

    /// <summary>Pieces that read like premises and were not translated: nothing is said about them.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("untranslatedPremises")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningInputTextReference>))]
    public IList<GuardrailAutomatedReasoningInputTextReference>? UntranslatedPremises { get; set; }

    /// <summary>Pieces that read like claims and were not translated: nothing is said about them.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("untranslatedClaims")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningInputTextReference>))]
    public IList<GuardrailAutomatedReasoningInputTextReference>? UntranslatedClaims { get; set; }

    /// <summary>How sure the translation is.</summary>
    /// <value>0 to 1; null when the service did not say.</value>
    [JsonPropertyName("confidence")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? Confidence { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
