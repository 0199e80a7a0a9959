using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The model must call one of the tools. Not thread safe while it is changed.</summary>
public sealed class NovaAnyToolChoice : NovaToolChoice
{
    /// <summary>The setting.</summary>
    /// <value><c>{}</c>.</value>
    [JsonPropertyName("any")]
    public JsonElement Settings
    {
        get;
        set => field = value.ValueKind == JsonValueKind.Undefined ? NovaJson.EmptyObject : value;
    }
    = NovaJson.EmptyObject;
}
