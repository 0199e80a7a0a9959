using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit;

/// <summary>The tokens of a call, whichever family answered: from the body, else from the response headers or a stream's metrics.</summary>
/// <remarks>
/// <c>reply.TokenUsage</c> has one shape for all families and always a total; <c>reply.Usage</c> is the body's own member, as the vendor names it. For
/// Converse both are of this type.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_TokenUsage.html
/// </remarks>
public sealed partial class TokenUsage : BedrockObject
{
    /// <summary>Tokens read that came from no cache.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("inputTokens"), JsonConverter(typeof(CountConverter))]
    public int? InputTokens { get; set; }

    /// <summary>Tokens written, reasoning included.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("outputTokens"), JsonConverter(typeof(CountConverter))]
    public int? OutputTokens { get; set; }

    /// <summary>Tokens read and written together.</summary>
    /// <value>As the service counts them; where it gives no total, <see cref="BedrockResponse.TokenUsage"/> has the sum of the other four: input, output,
    /// and what was read from and written to the cache. Null when nothing was counted.</value>
    [JsonPropertyName("totalTokens"), JsonConverter(typeof(CountConverter))]
    public int? TotalTokens { get; set; }

    /// <summary>Tokens read from the prompt cache.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("cacheReadInputTokens"), JsonConverter(typeof(CountConverter))]
    public int? CacheReadInputTokens { get; set; }

    /// <summary>Tokens written to the prompt cache.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("cacheWriteInputTokens"), JsonConverter(typeof(CountConverter))]
    public int? CacheWriteInputTokens { get; set; }

    /// <summary>The tokens written to the prompt cache, by the life of the entry.</summary>
    /// <value>Only from Converse, when a cache point has a TTL; null when the service did not say.</value>
    [JsonPropertyName("cacheDetails"), JsonConverter(typeof(ConverseListConverter<CacheDetail>))]
    public IList<CacheDetail>? CacheDetails { get; set; }

    /// <summary>The counts of the body, with what it left open taken from the headers or the metrics of a stream; null when nobody counted.</summary>
    internal static TokenUsage? From(TokenUsage? body, BedrockResponseMetadata? metadata)
    {
        var usage = new TokenUsage
        {
            InputTokens = body?.InputTokens ?? metadata?.InputTokens,
            OutputTokens = body?.OutputTokens ?? metadata?.OutputTokens,
            TotalTokens = body?.TotalTokens,
            CacheReadInputTokens = body?.CacheReadInputTokens ?? metadata?.CacheReadInputTokens,
            CacheWriteInputTokens = body?.CacheWriteInputTokens ?? metadata?.CacheWriteInputTokens,
            CacheDetails = body?.CacheDetails,
            AdditionalProperties = body?.AdditionalProperties,
        };
        usage.TotalTokens ??= Sum(usage.InputTokens, usage.OutputTokens, usage.CacheReadInputTokens, usage.CacheWriteInputTokens);
        bool counted = usage is not { InputTokens: null, OutputTokens: null, TotalTokens: null, CacheReadInputTokens: null, CacheWriteInputTokens: null };
        return counted ? usage : null;
    }

    private protected override ObjectSummary Summarise() => new(nameof(TotalTokens));

    private protected override int? CountTokens() => TotalTokens;

    private static int? Sum(params ReadOnlySpan<int?> counts)
    {
        long sum = 0;
        bool isCounted = false;
        foreach (int? count in counts)
        {
            sum += count ?? 0;
            isCounted |= count is not null;
        }

        return isCounted ? (int)Math.Min(sum, int.MaxValue) : null;
    }
}
