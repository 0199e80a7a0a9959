using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the guardrail of a Converse call found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTraceAssessment.html</remarks>
public sealed class GuardrailTraceAssessment
{
    /// <summary>What the model wrote before the guardrail changed it.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("modelOutput")]
    [JsonConverter(typeof(GuardrailListConverter<string>))]
    public IList<string>? ModelOutput { get; set; }

    /// <summary>What was found in the input, by the id of the guardrail.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("inputAssessment")]
    [JsonConverter(typeof(GuardrailMapConverter<GuardrailAssessment>))]
    public IDictionary<string, GuardrailAssessment>? InputAssessment { get; set; }

    /// <summary>What was found in the output, by the id of the guardrail.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("outputAssessments")]
    [JsonConverter(typeof(GuardrailMapConverter<IList<GuardrailAssessment>>))]
    public IDictionary<string, IList<GuardrailAssessment>>? OutputAssessments { get; set; }

    /// <summary>Why the guardrail did what it did, in words.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("actionReason")]
    public string? ActionReason { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
