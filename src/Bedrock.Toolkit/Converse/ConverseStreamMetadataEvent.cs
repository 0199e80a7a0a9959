using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Counts and traces of the whole call; may be missing. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamMetadataEvent.html</remarks>
public sealed class ConverseStreamMetadataEvent : ConverseStreamEvent
{
    /// <summary>The tokens of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(ConverseObjectConverter<TokenUsage>))]
    public TokenUsage? Usage { get; set; }

    /// <summary>How long the call took.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("metrics")]
    [JsonConverter(typeof(ConverseObjectConverter<ConverseMetrics>))]
    public ConverseMetrics? Metrics { get; set; }

    /// <summary>What guardrail and prompt router did.</summary>
    /// <value>Only with tracing enabled; omitted when null.</value>
    [JsonPropertyName("trace")]
    [JsonConverter(typeof(ConverseObjectConverter<ConverseTrace>))]
    public ConverseTrace? Trace { get; set; }

    /// <summary>How fast the model was served.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("performanceConfig")]
    [JsonConverter(typeof(ConverseObjectConverter<PerformanceConfiguration>))]
    public PerformanceConfiguration? PerformanceConfig { get; set; }

    /// <summary>The service tier that was used.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("serviceTier")]
    [JsonConverter(typeof(ConverseObjectConverter<ServiceTier>))]
    public ServiceTier? ServiceTier { get; set; }
}
