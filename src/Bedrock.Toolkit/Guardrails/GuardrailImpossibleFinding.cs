using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Premises or rules contradict one another, so that nothing can be said. Not thread safe while it is changed.</summary>
public sealed class GuardrailImpossibleFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("impossible")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningImpossibleFinding>))]
    public required GuardrailAutomatedReasoningImpossibleFinding Impossible { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.Impossible;
}
