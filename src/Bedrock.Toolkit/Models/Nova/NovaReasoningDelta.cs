using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of reasoning. Not thread safe while it is changed.</summary>
/// <remarks>The shape is that of Converse; unconfirmed for InvokeModel.</remarks>
public sealed class NovaReasoningDelta
{
    /// <summary>A piece of its text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>The service's mark.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("signature")]
    public string? Signature { get; set; }

    /// <summary>Reasoning that only the service can read.</summary>
    /// <value>Base64; omitted when null.</value>
    [JsonPropertyName("redactedContent")]
    public string? RedactedContent { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
