namespace Bedrock.Toolkit.Models;

/// <summary>A prompt for a Llama model.</summary>
/// <remarks>
/// The prompt has to be in the template of the model's version already: <see cref="For"/> and <see cref="LlamaRequestBuilder"/> write it.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
/// </remarks>
public sealed partial class LlamaRequest : BedrockObject
{
    /// <summary>The prompt, special tokens included.</summary>
    /// <value>Not blank; as long as the model's context allows.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 1; the service takes 0.5 when it is missing; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1, where 1 takes all; the service takes 0.9 when it is missing; omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>1 to 2,048, for newer models perhaps more (unconfirmed); the service takes 512 when it is missing; omitted when null.</value>
    [JsonPropertyName("max_gen_len"), JsonConverter(typeof(CountConverter))]
    public int? MaxGenLen { get; set; }

    /// <summary>The images that the prompt's image tokens stand for, in their order.</summary>
    /// <value>Base64 texts; whether the service also takes data URIs is unconfirmed. Llama 3.2 11B and 90B, and Llama 4; omitted when null.</value>
    [JsonPropertyName("images"), JsonConverter(typeof(LlamaListConverter<string>))]
    public IList<string>? Images { get; set; }

    /// <summary>How a guardrail reads the prompt.</summary>
    /// <value>Only of use when the call names a guardrail; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(LlamaObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with one question, and images beside it: <c>For("What is this?", LlamaPromptFormat.Llama4, image)</c>.</summary>
    /// <param name="text">The question.</param>
    /// <param name="format">The template; the default fits Llama 3 to 3.3.</param>
    /// <param name="images">The images; Llama 3.2 11B and 90B, and Llama 4, take them.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The text is blank, or an image has no bytes.</exception>
    /// <exception cref="InvalidOperationException">There are images, but the template has none.</exception>
    public static LlamaRequest For(string text, LlamaPromptFormat format = LlamaPromptFormat.Llama31, params IEnumerable<BedrockImage> images) =>
        new LlamaRequestBuilder(format).User(text, images).Build();
}
