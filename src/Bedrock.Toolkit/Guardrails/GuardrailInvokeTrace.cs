namespace Bedrock.Toolkit.Guardrails;

/// <summary>What the guardrail of an InvokeModel call found: the object <c>guardrail</c> inside <see cref="BedrockResponse.GuardrailTrace"/>.</summary>
/// <remarks>
/// The names differ from those of <see cref="GuardrailTraceAssessment"/>; the assessments are the same. No page of AWS describes it: the members are
/// those of recorded answers.
/// </remarks>
public sealed partial class GuardrailInvokeTrace : BedrockObject
{
    /// <summary>What the model wrote before the guardrail changed it.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("modelOutput"), JsonConverter(typeof(GuardrailListConverter<string>))]
    public IList<string>? ModelOutput { get; set; }

    /// <summary>What was found in the input, by the id of the guardrail.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("input"), JsonConverter(typeof(GuardrailMapConverter<GuardrailAssessment>))]
    public IDictionary<string, GuardrailAssessment>? Input { get; set; }

    /// <summary>What was found in each part of the output, by the id of the guardrail.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("outputs"), JsonConverter(typeof(GuardrailListConverter<IDictionary<string, GuardrailAssessment>>))]
    public IList<IDictionary<string, GuardrailAssessment>>? Outputs { get; set; }

    /// <summary>Why the guardrail did what it did, in words.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("actionReason")]
    public string? ActionReason { get; set; }

    /// <summary>Reads the trace of a response or of a stream's event.</summary>
    /// <param name="trace">The value of <c>amazon-bedrock-trace</c>.</param>
    /// <returns>The trace; null when there is none of a guardrail.</returns>
    /// <exception cref="JsonException">It does not fit; the message has no part of it.</exception>
    public static GuardrailInvokeTrace? Read(JsonElement? trace)
    {
        if (trace is not { ValueKind: JsonValueKind.Object } element
            || !element.TryGetProperty("guardrail", out JsonElement guardrail)
            || guardrail.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        try
        {
            return guardrail.Deserialize(GuardrailJsonContext.Default.GuardrailInvokeTrace);
        }
        catch (JsonException e)
        {
            throw Serialization.JsonFault.WithoutPayload(e);
        }
    }
}
