using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the service tells after the answer. Not thread safe while it is changed.</summary>
public sealed class NovaStreamMetadata
{
    /// <summary>The tokens of the call.</summary>
    /// <value>Without a total; omitted when null.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(NovaObjectConverter<NovaUsage>))]
    public NovaUsage? Usage { get; set; }

    /// <summary>How long the call took.</summary>
    /// <value>Empty in recorded streams; omitted when null.</value>
    [JsonPropertyName("metrics")]
    [JsonConverter(typeof(NovaObjectConverter<NovaMetrics>))]
    public NovaMetrics? Metrics { get; set; }

    /// <summary>What a guardrail found.</summary>
    /// <value>Empty in recorded streams; omitted when null.</value>
    [JsonPropertyName("trace")]
    public JsonElement? Trace { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
