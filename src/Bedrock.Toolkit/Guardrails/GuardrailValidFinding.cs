using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The claims follow from the rules. Not thread safe while it is changed.</summary>
public sealed class GuardrailValidFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("valid")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningValidFinding>))]
    public required GuardrailAutomatedReasoningValidFinding Valid { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.Valid;
}
