namespace Bedrock.Toolkit.Models;

/// <summary>A prompt for an imported model in Bedrock's own completion style.</summary>
/// <remarks>The service knows the style by <c>max_gen_len</c>. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
public sealed partial class ImportedBedrockCompletionRequest : BedrockObject
{
    /// <summary>The prompt, in the template of the model where it has one.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>At least 1; the service knows the style by this member, so it is always sent.</value>
    [JsonPropertyName("max_gen_len"), JsonConverter(typeof(CountConverter))]
    public required int MaxGenLen { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>The service does not say range and default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; unconfirmed for imported models; omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>The form that the answer must have.</summary>
    /// <value>Any text by default; omitted when null.</value>
    [JsonPropertyName("response_format"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionResponseFormat>))]
    public ChatCompletionResponseFormat? ResponseFormat { get; set; }

    /// <summary>How a guardrail reads the prompt.</summary>
    /// <value>Only of use when the call names a guardrail; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(ImportedObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with nothing but a prompt.</summary>
    /// <param name="prompt">The prompt, in the template of the model where it has one.</param>
    /// <param name="maxGenLen">The most tokens that the answer may have.</param>
    /// <returns>The request.</returns>
    public static ImportedBedrockCompletionRequest For(string prompt, int maxGenLen = 512) => new() { Prompt = prompt, MaxGenLen = maxGenLen };
}
