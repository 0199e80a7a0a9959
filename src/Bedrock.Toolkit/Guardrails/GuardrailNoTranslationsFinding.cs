using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Nothing could be translated. Not thread safe while it is changed.</summary>
public sealed class GuardrailNoTranslationsFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("noTranslations")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningNoTranslationsFinding>))]
    public required GuardrailAutomatedReasoningNoTranslationsFinding NoTranslations { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.NoTranslations;
}
