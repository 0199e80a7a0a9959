using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a block begins with. Not thread safe while it is changed.</summary>
public sealed class NovaBlockStart
{
    /// <summary>A tool call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUse")]
    [JsonConverter(typeof(NovaObjectConverter<NovaToolUseStart>))]
    public NovaToolUseStart? ToolUse { get; set; }

    /// <summary>The result of a built-in tool; unconfirmed for InvokeModel.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolResult")]
    [JsonConverter(typeof(NovaObjectConverter<NovaToolResultStart>))]
    public NovaToolResultStart? ToolResult { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
