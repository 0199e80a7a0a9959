using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why the model stopped, in a stream. Not thread safe while it is changed.</summary>
public sealed class ClaudeMessageDelta
{
    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public ClaudeStopReason? StopReason { get; set; }

    /// <summary>The stop sequence that came up.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop_sequence")]
    public string? StopSequence { get; set; }

    /// <summary>More about a refusal; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop_details")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeStopDetails>))]
    public ClaudeStopDetails? StopDetails { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
