using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A JSON value: in the content of a tool result only. Not thread safe while it is changed.</summary>
public sealed class NovaJsonBlock : NovaContentBlock
{
    /// <summary>An empty object.</summary>
    public NovaJsonBlock()
    {
    }

    /// <summary>A value.</summary>
    /// <param name="json">The value.</param>
    public NovaJsonBlock(JsonElement json) => Json = json;

    /// <summary>The value.</summary>
    /// <value>Any JSON value, an object by AWS's examples; <c>{}</c> by default.</value>
    [JsonPropertyName("json")]
    public JsonElement Json
    {
        get;
        set => field = value.ValueKind == JsonValueKind.Undefined ? NovaJson.EmptyObject : value;
    }
    = NovaJson.EmptyObject;
}
