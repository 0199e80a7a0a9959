using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>JSON of a tool's answer. Not thread safe while it is changed.</summary>
public sealed class ToolResultJsonDelta : ToolResultBlockDelta
{
    /// <summary>One without content.</summary>
    public ToolResultJsonDelta()
    {
    }

    /// <summary>JSON of a tool's answer.</summary>
    /// <param name="json">The JSON.</param>
    public ToolResultJsonDelta(JsonElement json) => Json = json;

    /// <summary>The JSON.</summary>
    /// <value>Any value; <c>{}</c> by default.</value>
    [JsonPropertyName("json")]
    public JsonElement Json
    {
        get;
        set => field = value.ValueKind == JsonValueKind.Undefined ? WireCopies.EmptyObject : value;
    }
    = WireCopies.EmptyObject;
}
