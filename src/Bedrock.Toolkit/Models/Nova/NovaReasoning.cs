using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The content of a reasoning block. Not thread safe while it is changed.</summary>
public sealed class NovaReasoning
{
    /// <summary>The reasoning as text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reasoningText")]
    [JsonConverter(typeof(NovaObjectConverter<NovaReasoningText>))]
    public NovaReasoningText? ReasoningText { get; set; }

    /// <summary>Reasoning that only the service can read.</summary>
    /// <value>Base64, to be sent back unchanged; unconfirmed for InvokeModel; omitted when null.</value>
    [JsonPropertyName("redactedContent")]
    public string? RedactedContent { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaReasoning Clone()
    {
        var copy = (NovaReasoning)MemberwiseClone();
        copy.ReasoningText = ReasoningText?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
