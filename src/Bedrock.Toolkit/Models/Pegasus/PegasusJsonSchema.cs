using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The schema that the answer must follow. Not thread safe while it is changed.</summary>
public sealed class PegasusJsonSchema
{
    /// <summary>A name for the schema.</summary>
    /// <value>By AWS's page; public clients leave it out; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The JSON schema.</summary>
    /// <value>Omitted when null; a schema that stands here without <c>name</c> and <c>schema</c> around it goes through <see cref="AdditionalProperties"/>.</value>
    [JsonPropertyName("schema")]
    public JsonElement? Schema { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal PegasusJsonSchema Clone()
    {
        var copy = (PegasusJsonSchema)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
