using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What an assessment cost. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailInvocationMetrics.html</remarks>
public sealed class GuardrailInvocationMetrics
{
    /// <summary>The time that the guardrail took.</summary>
    /// <value>Milliseconds; null when the service did not say.</value>
    [JsonPropertyName("guardrailProcessingLatency")]
    [JsonConverter(typeof(LongCountConverter))]
    public long? GuardrailProcessingLatency { get; set; }

    /// <summary>What was processed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailUsage>))]
    public GuardrailUsage? Usage { get; set; }

    /// <summary>How much of the content was assessed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guardrailCoverage")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailCoverage>))]
    public GuardrailCoverage? GuardrailCoverage { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
