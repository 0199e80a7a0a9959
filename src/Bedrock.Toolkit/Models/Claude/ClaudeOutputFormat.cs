using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The form that the answer must have. Not thread safe while it is changed.</summary>
public sealed class ClaudeOutputFormat
{
    /// <summary>The kind of form.</summary>
    /// <value><c>json_schema</c>, the only documented one and the default.</value>
    [JsonPropertyName("type")]
    [AllowNull]
    public string Type
    {
        get;
        set => field = value ?? "json_schema";
    }
    = "json_schema";

    /// <summary>The JSON schema of the answer.</summary>
    /// <value>A schema of type object; omitted when null.</value>
    [JsonPropertyName("schema")]
    public JsonElement? Schema { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>JSON that follows a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>The form.</returns>
    public static ClaudeOutputFormat JsonSchema(JsonElement schema) => new() { Schema = schema };

    internal ClaudeOutputFormat Clone() => new() { Type = Type, Schema = Schema, AdditionalProperties = AdditionalProperties.Copy() };
}
