using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A document that the answer can use; Jamba 1.5. Not thread safe while it is changed.</summary>
public sealed class JambaDocument
{
    /// <summary>Its id.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Its text.</summary>
    /// <value>Not null.</value>
    [JsonPropertyName("content")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Content { get; set; }

    /// <summary>What else is known about it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("metadata")]
    public IDictionary<string, string>? Metadata { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal JambaDocument Clone()
    {
        var copy = (JambaDocument)MemberwiseClone();
        copy.Metadata = Metadata is null ? null : new Dictionary<string, string>(Metadata);
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
