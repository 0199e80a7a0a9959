using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>JSON that a tool answered. Not thread safe while it is changed.</summary>
public sealed class ToolResultJson : ToolResultContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultJson()
    {
    }

    /// <summary>JSON that a tool answered.</summary>
    /// <param name="json">The JSON.</param>
    public ToolResultJson(JsonElement json) => Json = json;

    /// <summary>The JSON.</summary>
    /// <value>Any value, null too; <c>{}</c> by default.</value>
    [JsonPropertyName("json")]
    public JsonElement Json
    {
        get;
        set => field = value.ValueKind == JsonValueKind.Undefined ? WireCopies.EmptyObject : value;
    }
    = WireCopies.EmptyObject;
}
