using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of the content that could not be translated into logic. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningInputTextReference.html</remarks>
public sealed class GuardrailAutomatedReasoningInputTextReference
{
    /// <summary>The piece.</summary>
    /// <value>At most 1,000 characters; null when the service did not say.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
