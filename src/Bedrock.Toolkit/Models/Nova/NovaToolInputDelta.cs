using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of a tool's input. Not thread safe while it is changed.</summary>
public sealed class NovaToolInputDelta
{
    /// <summary>The piece.</summary>
    /// <value>Part of a JSON text; the pieces of a block are joined and then read; omitted when null.</value>
    [JsonPropertyName("input")]
    public string? Input { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
