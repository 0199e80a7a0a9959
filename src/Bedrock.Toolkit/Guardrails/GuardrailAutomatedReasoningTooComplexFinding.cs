using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The content is too much to be checked within the limits of the service. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningTooComplexFinding.html</remarks>
public sealed class GuardrailAutomatedReasoningTooComplexFinding
{
    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
