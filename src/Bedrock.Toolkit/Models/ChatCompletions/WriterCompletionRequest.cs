namespace Bedrock.Toolkit.Models;

/// <summary>A text that Palmyra X4 or X5 continues: the other form that these models take, beside the conversation.</summary>
/// <remarks>Seen in a public client. Source of the settings: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-palmyra-x4.html</remarks>
public sealed partial class WriterCompletionRequest : BedrockObject
{
    /// <summary>The text to go on from.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>The most tokens that are added.</summary>
    /// <value>1 to 8,192; 16 by default, so set it; omitted when null.</value>
    [JsonPropertyName("max_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>The fewest tokens that are added.</summary>
    /// <value>0 to <see cref="MaxTokens"/>; 0 by default; omitted when null.</value>
    [JsonPropertyName("min_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MinTokens { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 2; 1 by default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>Above 0, to 1; 1 by default; omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>Up to 4; omitted when null.</value>
    [JsonPropertyName("stop")]
    public BedrockStop? Stop { get; set; }

    /// <summary>A number by which the model chooses its words repeatably, as far as it can.</summary>
    /// <value>Any whole number; omitted when null.</value>
    [JsonPropertyName("seed"), JsonConverter(typeof(LongCountConverter))]
    public long? Seed { get; set; }

    /// <summary>How much words are avoided that have come up at all.</summary>
    /// <value>-2 to 2; 0 by default; omitted when null.</value>
    [JsonPropertyName("presence_penalty")]
    public double? PresencePenalty { get; set; }

    /// <summary>How much words are avoided the more often they have come up.</summary>
    /// <value>-2 to 2; 0 by default; omitted when null.</value>
    [JsonPropertyName("frequency_penalty")]
    public double? FrequencyPenalty { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(ChatCompletionObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request to go on from a text.</summary>
    /// <param name="prompt">The text.</param>
    /// <param name="maxTokens">The most tokens that are added.</param>
    /// <returns>The request.</returns>
    public static WriterCompletionRequest For(string prompt, int maxTokens = 1024)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new WriterCompletionRequest { Prompt = prompt, MaxTokens = maxTokens };
    }
}
