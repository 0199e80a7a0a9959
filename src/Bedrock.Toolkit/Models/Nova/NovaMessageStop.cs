using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The end of an answer. Not thread safe while it is changed.</summary>
public sealed class NovaMessageStop
{
    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stopReason")]
    public NovaStopReason? StopReason { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
