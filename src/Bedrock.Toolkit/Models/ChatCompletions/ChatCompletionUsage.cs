namespace Bedrock.Toolkit.Models;

/// <summary>The tokens of a call.</summary>
public sealed partial class ChatCompletionUsage : BedrockObject
{
    /// <summary>Tokens read, those from the prompt cache included.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt_tokens"), JsonConverter(typeof(CountConverter))]
    public int? PromptTokens { get; set; }

    /// <summary>Tokens written, reasoning included.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("completion_tokens"), JsonConverter(typeof(CountConverter))]
    public int? CompletionTokens { get; set; }

    /// <summary>Both together.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("total_tokens"), JsonConverter(typeof(CountConverter))]
    public int? TotalTokens { get; set; }

    /// <summary>What the tokens read are made of.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt_tokens_details"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionPromptTokensDetails>))]
    public ChatCompletionPromptTokensDetails? PromptTokensDetails { get; set; }

    /// <summary>What the tokens written were used for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("completion_tokens_details"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionTokensDetails>))]
    public ChatCompletionTokensDetails? CompletionTokensDetails { get; set; }

    /// <summary>The counts in the one shape of all families, whose input tokens leave the cached ones out.</summary>
    internal TokenUsage ToTokenUsage()
    {
        int? cached = PromptTokensDetails?.CachedTokens;
        return new TokenUsage
        {
            InputTokens = PromptTokens is { } prompt ? Math.Max(0, prompt - (cached ?? 0)) : null,
            OutputTokens = CompletionTokens,
            TotalTokens = TotalTokens,
            CacheReadInputTokens = cached,
        };
    }
}

/// <summary>What the tokens read are made of.</summary>
public sealed partial class ChatCompletionPromptTokensDetails : BedrockObject
{
    /// <summary>Tokens read from the prompt cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cached_tokens"), JsonConverter(typeof(CountConverter))]
    public int? CachedTokens { get; set; }

    /// <summary>Tokens of audio.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("audio_tokens"), JsonConverter(typeof(CountConverter))]
    public int? AudioTokens { get; set; }
}

/// <summary>What the tokens written were used for.</summary>
public sealed partial class ChatCompletionTokensDetails : BedrockObject
{
    /// <summary>Tokens of reasoning.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reasoning_tokens"), JsonConverter(typeof(CountConverter))]
    public int? ReasoningTokens { get; set; }

    /// <summary>Tokens of audio.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("audio_tokens"), JsonConverter(typeof(CountConverter))]
    public int? AudioTokens { get; set; }

    /// <summary>Tokens of a prediction that came true.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("accepted_prediction_tokens"), JsonConverter(typeof(CountConverter))]
    public int? AcceptedPredictionTokens { get; set; }

    /// <summary>Tokens of a prediction that did not come true.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("rejected_prediction_tokens"), JsonConverter(typeof(CountConverter))]
    public int? RejectedPredictionTokens { get; set; }
}
