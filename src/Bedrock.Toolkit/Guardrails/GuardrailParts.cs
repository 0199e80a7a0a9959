using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Guardrails;

/// <summary>The content as logic.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningTranslation.html</remarks>
public sealed partial class GuardrailAutomatedReasoningTranslation : BedrockObject
{
    /// <summary>What is taken as given.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("premises"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningStatement>))]
    public IList<GuardrailAutomatedReasoningStatement>? Premises { get; set; }

    /// <summary>What is claimed under the premises.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("claims"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningStatement>))]
    public IList<GuardrailAutomatedReasoningStatement>? Claims { get; set; }

    /// <summary>Pieces that read like premises and were not translated: nothing is said about them.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("untranslatedPremises"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningInputTextReference>))]
    public IList<GuardrailAutomatedReasoningInputTextReference>? UntranslatedPremises { get; set; }

    /// <summary>Pieces that read like claims and were not translated: nothing is said about them.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("untranslatedClaims"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningInputTextReference>))]
    public IList<GuardrailAutomatedReasoningInputTextReference>? UntranslatedClaims { get; set; }

    /// <summary>How sure the translation is.</summary>
    /// <value>0 to 1; null when the service did not say.</value>
    [JsonPropertyName("confidence")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? Confidence { get; set; }
}

/// <summary>A piece of the content that could not be translated into logic.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningInputTextReference.html</remarks>
public sealed partial class GuardrailAutomatedReasoningInputTextReference : BedrockObject
{
    /// <summary>The piece.</summary>
    /// <value>At most 1,000 characters; null when the service did not say.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }
}

/// <summary>A statement, in logic and in words.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningStatement.html</remarks>
public sealed partial class GuardrailAutomatedReasoningStatement : BedrockObject
{
    /// <summary>The statement in the formal language of the policy.</summary>
    /// <value>At most 1,000 characters; null when the service did not say.</value>
    [JsonPropertyName("logic")]
    public string? Logic { get; set; }

    /// <summary>The statement in words.</summary>
    /// <value>At most 1,000 characters; null when the service did not say.</value>
    [JsonPropertyName("naturalLanguage")]
    public string? NaturalLanguage { get; set; }
}

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

/// <summary>What the guardrail of a Converse call found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTraceAssessment.html</remarks>
public sealed partial class GuardrailTraceAssessment : BedrockObject
{
    /// <summary>What the model wrote before the guardrail changed it.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("modelOutput"), JsonConverter(typeof(GuardrailListConverter<string>))]
    public IList<string>? ModelOutput { get; set; }

    /// <summary>What was found in the input, by the id of the guardrail.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("inputAssessment"), JsonConverter(typeof(GuardrailMapConverter<GuardrailAssessment>))]
    public IDictionary<string, GuardrailAssessment>? InputAssessment { get; set; }

    /// <summary>What was found in the output, by the id of the guardrail.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("outputAssessments"), JsonConverter(typeof(GuardrailMapConverter<IList<GuardrailAssessment>>))]
    public IDictionary<string, IList<GuardrailAssessment>>? OutputAssessments { get; set; }

    /// <summary>Why the guardrail did what it did, in words.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("actionReason")]
    public string? ActionReason { get; set; }
}
