using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The function that a tool call names. Not thread safe while it is changed.</summary>
public sealed class JambaFunctionCall
{
    /// <summary>The function.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>What it is called with.</summary>
    /// <value>A JSON text; omitted when null.</value>
    [JsonPropertyName("arguments")]
    public string? Arguments { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal JambaFunctionCall Clone()
    {
        var copy = (JambaFunctionCall)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
