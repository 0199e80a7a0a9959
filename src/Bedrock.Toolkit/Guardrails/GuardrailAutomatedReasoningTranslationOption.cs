using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>One way to read the content as logic. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningTranslationOption.html</remarks>
public sealed class GuardrailAutomatedReasoningTranslationOption
{
    /// <summary>The translations of this reading.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("translations")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningTranslation>))]
    public IList<GuardrailAutomatedReasoningTranslation>? Translations { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
