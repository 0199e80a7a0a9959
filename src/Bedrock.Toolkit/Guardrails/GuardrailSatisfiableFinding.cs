using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The rules do not decide the claims. Not thread safe while it is changed.</summary>
public sealed class GuardrailSatisfiableFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("satisfiable")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningSatisfiableFinding>))]
    public required GuardrailAutomatedReasoningSatisfiableFinding Satisfiable { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.Satisfiable;
}
