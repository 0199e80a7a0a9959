using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of the result of a built-in tool. Not thread safe while it is changed.</summary>
public sealed class NovaToolResultDelta : NovaContentDelta
{
    /// <summary>The piece.</summary>
    /// <value>A list of blocks by the shape of Converse; unconfirmed for InvokeModel; omitted when null.</value>
    [JsonPropertyName("toolResult")]
    public JsonElement? ToolResult { get; set; }
}
