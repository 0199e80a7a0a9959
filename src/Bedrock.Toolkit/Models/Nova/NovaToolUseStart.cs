using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The beginning of a tool call; its input comes in pieces. Not thread safe while it is changed.</summary>
public sealed class NovaToolUseStart
{
    /// <summary>The id that the result refers to.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUseId")]
    public string? ToolUseId { get; set; }

    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The kind of tool, for a built-in one; unconfirmed for InvokeModel.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
