using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Content for a guardrail to look at, without a model. Not thread safe while it is changed.</summary>
/// <remarks>The guardrail itself is given to the call beside the request. Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html</remarks>
public sealed class ApplyGuardrailRequest
{
    /// <summary>The side of the conversation that the content is from; it decides which policies look at it.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("source")]
    public required GuardrailContentSource Source { get; set; }

    /// <summary>The content.</summary>
    /// <value>Required; strings convert to text blocks.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailContentBlock>))]
    public required IList<GuardrailContentBlock> Content { get; set; }

    /// <summary>How much of the assessment is answered.</summary>
    /// <value><see cref="GuardrailOutputScope.Interventions"/> in the service when null; omitted when null.</value>
    [JsonPropertyName("outputScope")]
    public GuardrailOutputScope? OutputScope { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
