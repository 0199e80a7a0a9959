using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A JSON schema. Not thread safe while it is changed.</summary>
public sealed class JsonToolInputSchema : ToolInputSchema
{
    /// <summary>One without content.</summary>
    public JsonToolInputSchema()
    {
    }

    /// <summary>A JSON schema.</summary>
    /// <param name="json">The schema.</param>
    public JsonToolInputSchema(JsonElement json) => Json = json;

    /// <summary>The schema.</summary>
    /// <value>An object; sent whole and as it is, <c>$defs</c> and <c>anyOf</c> included; <c>{}</c> by default.</value>
    [JsonPropertyName("json")]
    public JsonElement Json
    {
        get;
        set => field = value.ValueKind == JsonValueKind.Undefined ? WireCopies.EmptyObject : value;
    }
    = WireCopies.EmptyObject;
}
