using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The claims contradict the rules. Not thread safe while it is changed.</summary>
public sealed class GuardrailInvalidFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("invalid")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningInvalidFinding>))]
    public required GuardrailAutomatedReasoningInvalidFinding Invalid { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.Invalid;
}
