using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>How fast the model is served. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PerformanceConfiguration.html</remarks>
public sealed class PerformanceConfiguration
{
    /// <summary>Standard or optimised.</summary>
    /// <value>Standard when null; omitted when null.</value>
    [JsonPropertyName("latency")]
    public BedrockPerformanceLatency? Latency { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A latency.</summary>
    /// <param name="latency">The latency.</param>
    public static implicit operator PerformanceConfiguration(BedrockPerformanceLatency latency) => new() { Latency = latency };

    internal PerformanceConfiguration Clone()
    {
        var copy = (PerformanceConfiguration)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
