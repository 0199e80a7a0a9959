namespace Bedrock.Toolkit.Models;

/// <summary>A prompt for an imported model in the text-completion style of OpenAI.</summary>
/// <remarks>The service knows the style by <c>prompt</c> together with <c>max_tokens</c>. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
public sealed partial class ImportedOpenAICompletionRequest : BedrockObject
{
    /// <summary>The prompt, in the template of the model where it has one.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>At least 1; the service knows the style by this member, so it is always sent.</value>
    [JsonPropertyName("max_tokens"), JsonConverter(typeof(CountConverter))]
    public required int MaxTokens { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>The service does not say range and default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; unconfirmed for imported models; omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>The form that the answer must have: a JSON schema, a regular expression, one of some texts, or a grammar.</summary>
    /// <value>Any text by default; omitted when null.</value>
    [JsonPropertyName("structured_outputs"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionStructuredOutputs>))]
    public ChatCompletionStructuredOutputs? StructuredOutputs { get; set; }

    /// <summary>How a guardrail reads the prompt.</summary>
    /// <value>Only of use when the call names a guardrail; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(ImportedObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with nothing but a prompt.</summary>
    /// <param name="prompt">The prompt, in the template of the model where it has one.</param>
    /// <param name="maxTokens">The most tokens that the answer may have.</param>
    /// <returns>The request.</returns>
    public static ImportedOpenAICompletionRequest For(string prompt, int maxTokens = 512) => new() { Prompt = prompt, MaxTokens = maxTokens };
}
