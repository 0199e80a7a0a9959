using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Models;

/// <summary>The tokens of a call.</summary>
public sealed partial class ClaudeUsage : BedrockObject
{
    /// <summary>Tokens read that came from no cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("input_tokens"), JsonConverter(typeof(CountConverter))]
    public int? InputTokens { get; set; }

    /// <summary>Tokens written, thinking included.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("output_tokens"), JsonConverter(typeof(CountConverter))]
    public int? OutputTokens { get; set; }

    /// <summary>Tokens written to the prompt cache.</summary>
    /// <value>Claude 3.5 Sonnet v2 and later; omitted when null.</value>
    [JsonPropertyName("cache_creation_input_tokens"), JsonConverter(typeof(CountConverter))]
    public int? CacheCreationInputTokens { get; set; }

    /// <summary>Tokens read from the prompt cache.</summary>
    /// <value>Claude 3.5 Sonnet v2 and later; omitted when null.</value>
    [JsonPropertyName("cache_read_input_tokens"), JsonConverter(typeof(CountConverter))]
    public int? CacheReadInputTokens { get; set; }

    /// <summary>Tokens written to the prompt cache, by their life.</summary>
    /// <value>Since the 4.5 models; omitted when null.</value>
    [JsonPropertyName("cache_creation"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheCreation>))]
    public ClaudeCacheCreation? CacheCreation { get; set; }

    /// <summary>The tokens of each step, when a compaction ran.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("iterations"), JsonConverter(typeof(ClaudeListConverter<ClaudeUsageIteration>))]
    public IList<ClaudeUsageIteration>? Iterations { get; set; }

    /// <summary>What the written tokens were used for, as the service wrote it; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("output_tokens_details")]
    public JsonElement? OutputTokensDetails { get; set; }

    /// <summary>How often the service's own tools were called, as the service wrote it; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("server_tool_use")]
    public JsonElement? ServerToolUse { get; set; }

    /// <summary>The service tier at the vendor; unconfirmed on Bedrock, whose tier is in the response's metadata.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("service_tier")]
    public string? ServiceTier { get; set; }

    /// <summary>Where the model ran; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("inference_geo")]
    public string? InferenceGeo { get; set; }
}

/// <summary>Tokens written to the prompt cache, by their life.</summary>
public sealed partial class ClaudeCacheCreation : BedrockObject
{
    /// <summary>Tokens that live for five minutes.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("ephemeral_5m_input_tokens"), JsonConverter(typeof(CountConverter))]
    public int? Ephemeral5mInputTokens { get; set; }

    /// <summary>Tokens that live for one hour.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("ephemeral_1h_input_tokens"), JsonConverter(typeof(CountConverter))]
    public int? Ephemeral1hInputTokens { get; set; }

    internal List<CacheDetail> ToDetails() =>
    [
        new CacheDetail { Ttl = CacheTtl.FiveMinutes, InputTokens = Ephemeral5mInputTokens },
        new CacheDetail { Ttl = CacheTtl.OneHour, InputTokens = Ephemeral1hInputTokens },
    ];
}

/// <summary>The tokens of one step of a call.</summary>
public sealed partial class ClaudeUsageIteration : BedrockObject
{
    /// <summary>The kind of step.</summary>
    /// <value><c>compaction</c> or <c>message</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Tokens read.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("input_tokens"), JsonConverter(typeof(CountConverter))]
    public int? InputTokens { get; set; }

    /// <summary>Tokens written.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("output_tokens"), JsonConverter(typeof(CountConverter))]
    public int? OutputTokens { get; set; }
}
