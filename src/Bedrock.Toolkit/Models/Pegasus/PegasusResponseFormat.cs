using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The form of the answer. Not thread safe while it is changed.</summary>
public sealed class PegasusResponseFormat
{
    /// <summary>The kind of form.</summary>
    /// <value><c>json_schema</c>; public clients leave it out; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The schema that the answer must follow.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("jsonSchema")]
    [JsonConverter(typeof(PegasusObjectConverter<PegasusJsonSchema>))]
    public PegasusJsonSchema? JsonSchema { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>An answer in JSON that follows a schema.</summary>
    /// <param name="name">A name for the schema.</param>
    /// <param name="schema">The JSON schema.</param>
    /// <returns>The form.</returns>
    public static PegasusResponseFormat Json(string name, JsonElement schema) =>
        new() { Type = "json_schema", JsonSchema = new PegasusJsonSchema { Name = name, Schema = schema } };

    internal PegasusResponseFormat Clone()
    {
        var copy = (PegasusResponseFormat)MemberwiseClone();
        copy.JsonSchema = JsonSchema?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
