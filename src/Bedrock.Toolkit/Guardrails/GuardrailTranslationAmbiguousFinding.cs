using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The content can be read in more than one way. Not thread safe while it is changed.</summary>
public sealed class GuardrailTranslationAmbiguousFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("translationAmbiguous")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningTranslationAmbiguousFinding>))]
    public required GuardrailAutomatedReasoningTranslationAmbiguousFinding TranslationAmbiguous { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.TranslationAmbiguous;
}
