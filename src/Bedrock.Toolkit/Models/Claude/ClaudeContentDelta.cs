using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of a block in a stream: a closed set, with <see cref="ClaudeUnknownDelta"/> for what this version does not know. Not thread safe while it is changed.</summary>
[JsonConverter(typeof(ClaudeContentDeltaConverter))]
public abstract class ClaudeContentDelta
{
    private protected ClaudeContentDelta()
    {
    }

    /// <summary>The kind of piece on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public abstract string Type { get; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
