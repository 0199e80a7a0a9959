namespace Bedrock.Toolkit;

/// <summary>What Bedrock adds to the last chunk of an InvokeModel stream. Source: recorded streams; AWS documents it by example only.</summary>
public sealed partial class BedrockInvocationMetrics : BedrockObject
{
    /// <summary>The tier that served the call, where the end of a stream tells.</summary>
    internal BedrockServiceTier? ServiceTier { get; init; }

    /// <summary>Tokens read, as billed.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("inputTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? InputTokenCount { get; set; }

    /// <summary>Tokens written, as billed; can differ from the family's own count.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("outputTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? OutputTokenCount { get; set; }

    /// <summary>Time of the whole call at the service.</summary>
    /// <value>In milliseconds; omitted when null.</value>
    [JsonPropertyName("invocationLatency"), JsonConverter(typeof(CountConverter))]
    public int? InvocationLatency { get; set; }

    /// <summary>Time to the first byte at the service.</summary>
    /// <value>In milliseconds; omitted when null.</value>
    [JsonPropertyName("firstByteLatency"), JsonConverter(typeof(CountConverter))]
    public int? FirstByteLatency { get; set; }

    /// <summary>Tokens read from the prompt cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cacheReadInputTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? CacheReadInputTokenCount { get; set; }

    /// <summary>Tokens written to the prompt cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cacheWriteInputTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? CacheWriteInputTokenCount { get; set; }
}
