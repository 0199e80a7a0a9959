using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The description of a function. Not thread safe while it is changed.</summary>
public sealed class JambaFunction
{
    /// <summary>The name by which the model calls it.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Name { get; set; }

    /// <summary>What it does and when to use it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The JSON schema of its arguments.</summary>
    /// <value>An object; omitted when null.</value>
    [JsonPropertyName("parameters")]
    public JsonElement? Parameters { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal JambaFunction Clone()
    {
        var copy = (JambaFunction)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
