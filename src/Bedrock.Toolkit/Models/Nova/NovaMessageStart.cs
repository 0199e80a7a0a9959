using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The beginning of an answer. Not thread safe while it is changed.</summary>
public sealed class NovaMessageStart
{
    /// <summary>Who speaks.</summary>
    /// <value><c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("role")]
    public NovaRole? Role { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
