using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The version of the vendor's API. Not thread safe while it is changed.</summary>
public sealed class CommandRApiVersion
{
    /// <summary>The version.</summary>
    /// <value>Such as <c>1</c>; omitted when null.</value>
    [JsonPropertyName("version")]
    public string? Version { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
