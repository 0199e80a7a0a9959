using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A situation in which statements hold. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningScenario.html</remarks>
public sealed class GuardrailAutomatedReasoningScenario
{
    /// <summary>The statements that describe it.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("statements")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningStatement>))]
    public IList<GuardrailAutomatedReasoningStatement>? Statements { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
