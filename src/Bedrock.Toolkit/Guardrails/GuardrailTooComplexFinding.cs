using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The content is too much to be checked. Not thread safe while it is changed.</summary>
public sealed class GuardrailTooComplexFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("tooComplex")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningTooComplexFinding>))]
    public required GuardrailAutomatedReasoningTooComplexFinding TooComplex { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.TooComplex;
}
