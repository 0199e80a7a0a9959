using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A text that a guardrail answers in place of the content. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailOutputContent.html</remarks>
public sealed class GuardrailOutputContent
{
    /// <summary>The text.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
