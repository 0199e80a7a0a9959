using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The tokens of a call. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionUsage
{
    /// <summary>Tokens read, those from the prompt cache included.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? PromptTokens { get; set; }

    /// <summary>Tokens written, reasoning included.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("completion_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? CompletionTokens { get; set; }

    /// <summary>Both together.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("total_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? TotalTokens { get; set; }

    /// <summary>What the tokens read are made of.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt_tokens_details")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionPromptTokensDetails>))]
    public ChatCompletionPromptTokensDetails? PromptTokensDetails { get; set; }

    /// <summary>What the tokens written were used for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("completion_tokens_details")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionTokensDetails>))]
    public ChatCompletionTokensDetails? CompletionTokensDetails { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

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
