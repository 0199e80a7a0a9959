using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The JSON schema that an answer must follow. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionJsonSchema
{
    /// <summary>A name for the schema.</summary>
    /// <value>Letters, digits, underscores and hyphens, not blank; empty by default.</value>
    [JsonPropertyName("name")]
    [AllowNull]
    public string Name
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>What the answer is for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The schema.</summary>
    /// <value>A subset of JSON Schema 2020-12; <c>additionalProperties</c> must be false; omitted when null.</value>
    [JsonPropertyName("schema")]
    public JsonElement? Schema { get; set; }

    /// <summary>Whether the answer always follows the schema.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("strict")]
    public bool? Strict { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ChatCompletionJsonSchema Clone()
    {
        var copy = (ChatCompletionJsonSchema)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
