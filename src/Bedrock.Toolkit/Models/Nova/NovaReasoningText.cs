using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The text of a piece of reasoning. Not thread safe while it is changed.</summary>
public sealed class NovaReasoningText
{
    /// <summary>What the model thought.</summary>
    /// <value><c>[REDACTED]</c> in every documented answer; omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>The service's mark, to be sent back unchanged.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("signature")]
    public string? Signature { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaReasoningText Clone()
    {
        var copy = (NovaReasoningText)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
