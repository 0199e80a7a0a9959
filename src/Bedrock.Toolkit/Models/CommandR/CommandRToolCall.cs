using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A call of a tool. Not thread safe while it is changed.</summary>
public sealed class CommandRToolCall
{
    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>What the tool is called with.</summary>
    /// <value>A JSON object; omitted when null.</value>
    [JsonPropertyName("parameters")]
    public JsonElement? Parameters { get; set; }

    /// <summary>The id of the answer that asked for it.</summary>
    /// <value>In answers; omitted when null.</value>
    [JsonPropertyName("generation_id")]
    public string? GenerationId { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal CommandRToolCall Clone()
    {
        var copy = (CommandRToolCall)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
