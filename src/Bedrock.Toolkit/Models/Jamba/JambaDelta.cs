using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a chunk adds to an answer. Not thread safe while it is changed.</summary>
public sealed class JambaDelta
{
    /// <summary>Who speaks, on the first chunk.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("role")]
    public JambaRole? Role { get; set; }

    /// <summary>The next piece of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content")]
    public string? Content { get; set; }

    /// <summary>Calls of tools, or pieces of them; the shape is unconfirmed.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool_calls")]
    [JsonConverter(typeof(JambaListConverter<JambaToolCall>))]
    public IList<JambaToolCall>? ToolCalls { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
