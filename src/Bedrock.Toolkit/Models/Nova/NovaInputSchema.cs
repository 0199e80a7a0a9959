using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The schema of a tool's input. Not thread safe while it is changed.</summary>
public sealed class NovaInputSchema
{
    /// <summary>The JSON schema.</summary>
    /// <value>A schema of type object; <c>{}</c> by default.</value>
    [JsonPropertyName("json")]
    public JsonElement Json
    {
        get;
        set => field = value.ValueKind == JsonValueKind.Undefined ? NovaJson.EmptyObject : value;
    }
    = NovaJson.EmptyObject;

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaInputSchema Clone()
    {
        var copy = (NovaInputSchema)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
