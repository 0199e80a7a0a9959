namespace Bedrock.Toolkit.Models;

/// <summary>A prompt for DeepSeek-R1.</summary>
/// <remarks>
/// The prompt has to be in the model's template already: <see cref="For"/> and <see cref="DeepSeekRequestBuilder"/> write it.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html
/// </remarks>
public sealed partial class DeepSeekRequest : BedrockObject
{
    /// <summary>The prompt, special tokens included.</summary>
    /// <value>Not blank; as long as the model's context allows.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 1; the default of the service is unconfirmed; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; the default of the service is unconfirmed; omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>The most tokens that the answer may have, reasoning included.</summary>
    /// <value>1 to 32,768, better not above 8,192; the default of the service is unconfirmed; omitted when null.</value>
    [JsonPropertyName("max_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>At most 10; omitted when null.</value>
    [JsonPropertyName("stop"), JsonConverter(typeof(DeepSeekListConverter<string>))]
    public IList<string>? Stop { get; set; }

    /// <summary>How a guardrail reads the prompt.</summary>
    /// <value>Only of use when the call names a guardrail; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(DeepSeekObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with one question, in the model's template.</summary>
    /// <param name="text">What the user says. A prompt that is in the template already goes into <see cref="Prompt"/>.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public static DeepSeekRequest For(string text) => new DeepSeekRequestBuilder().User(text).Build();
}
