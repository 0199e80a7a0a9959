using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A JSON schema that the answer follows. Not thread safe while it is changed.</summary>
public sealed class JsonSchemaOutputStructure : OutputFormatStructure
{
    /// <summary>One without content.</summary>
    public JsonSchemaOutputStructure()
    {
    }

    /// <summary>A JSON schema that the answer follows.</summary>
    /// <param name="jsonSchema">The schema.</param>
    public JsonSchemaOutputStructure(JsonSchemaDefinition jsonSchema) => JsonSchema = jsonSchema;

    /// <summary>The schema.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("jsonSchema")]
    [JsonConverter(typeof(ConverseObjectConverter<JsonSchemaDefinition>))]
    public JsonSchemaDefinition? JsonSchema { get; set; }

    private protected override void Detach() => JsonSchema = JsonSchema?.Clone();
}
