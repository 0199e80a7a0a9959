using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The model decides: the default. Not thread safe while it is changed.</summary>
public sealed class NovaAutoToolChoice : NovaToolChoice
{
    /// <summary>The setting.</summary>
    /// <value><c>{}</c>.</value>
    [JsonPropertyName("auto")]
    public JsonElement Settings
    {
        get;
        set => field = value.ValueKind == JsonValueKind.Undefined ? NovaJson.EmptyObject : value;
    }
    = NovaJson.EmptyObject;
}
