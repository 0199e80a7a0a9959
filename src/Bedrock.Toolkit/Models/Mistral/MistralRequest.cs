namespace Bedrock.Toolkit.Models;

/// <summary>A prompt for a Mistral model.</summary>
/// <remarks>
/// The prompt has to be in the models' template already: <see cref="For"/> and <see cref="MistralRequestBuilder"/> write it.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html
/// </remarks>
public sealed partial class MistralRequest : BedrockObject
{
    /// <summary>The prompt, special tokens included.</summary>
    /// <value>Not blank; as long as the model's context allows.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>
    /// 1 to 8,192, for Mixtral 8x7B 4,096; when it is missing the service takes 512 (7B, 8x7B) or 8,192 (Large, Small); omitted when null.
    /// </value>
    [JsonPropertyName("max_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>At most 10; none by default; omitted when null.</value>
    [JsonPropertyName("stop"), JsonConverter(typeof(MistralListConverter<string>))]
    public IList<string>? Stop { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 1; when it is missing the service takes 0.5 (7B, 8x7B) or 0.7 (Large, Small); omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; when it is missing the service takes 0.9 (7B, 8x7B) or 1 (Large, Small); omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>From how many of the likeliest words the model chooses.</summary>
    /// <value>1 to 200; when it is missing the service takes 50 (7B, 8x7B) or sets no limit (Large, Small); omitted when null.</value>
    [JsonPropertyName("top_k"), JsonConverter(typeof(CountConverter))]
    public int? TopK { get; set; }

    /// <summary>How a guardrail reads the prompt.</summary>
    /// <value>Only of use when the call names a guardrail; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(MistralObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with one question, in the models' template.</summary>
    /// <param name="text">What the user says. A prompt that is in the template already goes into <see cref="Prompt"/>.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public static MistralRequest For(string text) => new MistralRequestBuilder().User(text).Build();
}
