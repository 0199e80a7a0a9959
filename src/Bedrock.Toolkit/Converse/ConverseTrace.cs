using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What guardrail and prompt router did. Also the <c>ConverseStreamTrace</c> of a stream. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseTrace.html</remarks>
public sealed class ConverseTrace
{
    /// <summary>What the guardrail found.</summary>
    /// <value>Only with tracing enabled; omitted when null.</value>
    [JsonPropertyName("guardrail")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailTraceAssessment>))]
    public GuardrailTraceAssessment? Guardrail { get; set; }

    /// <summary>What the prompt router did.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("promptRouter")]
    [JsonConverter(typeof(ConverseObjectConverter<PromptRouterTrace>))]
    public PromptRouterTrace? PromptRouter { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
