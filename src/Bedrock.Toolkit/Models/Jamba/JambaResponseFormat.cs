using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The form of the answer; Jamba 1.5. Not thread safe while it is changed.</summary>
public sealed class JambaResponseFormat
{
    /// <summary>The form.</summary>
    /// <value><c>text</c>, the default, or <c>json_object</c>.</value>
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Type { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal JambaResponseFormat Clone()
    {
        var copy = (JambaResponseFormat)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
