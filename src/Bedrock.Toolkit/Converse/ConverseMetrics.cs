using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>How long a call took. Also the <c>ConverseStreamMetrics</c> of a stream. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseMetrics.html</remarks>
public sealed class ConverseMetrics
{
    /// <summary>The time of the call at the service.</summary>
    /// <value>In milliseconds; omitted when null.</value>
    [JsonPropertyName("latencyMs")]
    [JsonConverter(typeof(LongCountConverter))]
    public long? LatencyMs { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
