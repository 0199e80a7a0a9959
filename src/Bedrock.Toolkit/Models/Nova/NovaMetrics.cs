using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How long the call took. Not thread safe while it is changed.</summary>
public sealed class NovaMetrics
{
    /// <summary>The time at the service.</summary>
    /// <value>In milliseconds; documented, but missing in recorded answers; omitted when null.</value>
    [JsonPropertyName("latencyMs")]
    [JsonConverter(typeof(CountConverter))]
    public int? LatencyMs { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
