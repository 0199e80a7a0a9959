using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What checks without a guardrail found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html</remarks>
public sealed class InvokeGuardrailChecksResponse : BedrockResponse
{
    /// <summary>What was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("results")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksResults>))]
    public GuardrailChecksResults? Results { get; set; }

    /// <summary>What was processed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksUsageResults>))]
    public GuardrailChecksUsageResults? Usage { get; set; }
}
