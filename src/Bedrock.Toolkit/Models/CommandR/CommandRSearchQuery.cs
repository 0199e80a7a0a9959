using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the model would search for. Not thread safe while it is changed.</summary>
public sealed class CommandRSearchQuery
{
    /// <summary>The query.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>The id of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("generation_id")]
    public string? GenerationId { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
