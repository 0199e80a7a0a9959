namespace Bedrock.Toolkit.Models;

/// <summary>A prompt in the text completion format of Claude 1, 2 and Instant.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-text-completion.html</remarks>
public sealed partial class ClaudeTextRequest : BedrockObject
{
    /// <summary>The conversation as one text.</summary>
    /// <value>Turns that begin with <c>\n\nHuman:</c> and <c>\n\nAssistant:</c>, the latter open at the end; <see cref="For"/> writes it.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>0 to 4,096; AWS advises 200.</value>
    [JsonPropertyName("max_tokens_to_sample"), JsonConverter(typeof(CountConverter))]
    public required int MaxTokensToSample { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 1; 1 by default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; 1 by default; omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>From how many of the likeliest words the model chooses.</summary>
    /// <value>0 to 500; 250 by default; omitted when null.</value>
    [JsonPropertyName("top_k"), JsonConverter(typeof(CountConverter))]
    public int? TopK { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value><c>\n\nHuman:</c> is built in; omitted when null.</value>
    [JsonPropertyName("stop_sequences"), JsonConverter(typeof(ClaudeTextListConverter<string>))]
    public IList<string>? StopSequences { get; set; }

    /// <summary>The version of the format.</summary>
    /// <value><c>bedrock-2023-05-31</c>, taken but not needed; omitted when null.</value>
    [JsonPropertyName("anthropic_version")]
    public string? AnthropicVersion { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(ClaudeTextObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with one question, written as the format wants it.</summary>
    /// <param name="question">The question; it must not begin a turn itself.</param>
    /// <param name="maxTokens">The most tokens that the answer may have.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The question is blank, or has a line that begins with <c>Human:</c> or <c>Assistant:</c>.</exception>
    public static ClaudeTextRequest For(string question, int maxTokens = 200)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        foreach (string line in question.Split('\n'))
        {
            string start = line.TrimStart();
            if (start.StartsWith("Human:", StringComparison.OrdinalIgnoreCase) || start.StartsWith("Assistant:", StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException(
                    "A line of the question begins with 'Human:' or 'Assistant:', which would be a turn of its own: write the prompt yourself.",
                        nameof(question));
            }
        }

        return new ClaudeTextRequest { Prompt = $"\n\nHuman: {question.Trim()}\n\nAssistant:", MaxTokensToSample = maxTokens };
    }
}
