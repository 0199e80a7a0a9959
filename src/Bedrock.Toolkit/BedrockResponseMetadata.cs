using System.Net.Http.Headers;

namespace Bedrock.Toolkit;

/// <summary>What a call tells beside the model's own answer: from the response headers, and at the end of a stream from its metrics.</summary>
/// <remarks>The token and latency headers are not in AWS's service model; they were seen in recorded answers and may be missing.</remarks>
public sealed class BedrockResponseMetadata
{
    /// <summary>The id that AWS support asks for.</summary>
    /// <value>The <c>x-amzn-RequestId</c> header; null when missing.</value>
    public string? RequestId { get; init; }

    /// <summary>The HTTP status.</summary>
    /// <value>200 for every call that succeeded.</value>
    public int StatusCode { get; init; }

    /// <summary>How many HTTP requests were made.</summary>
    /// <value>1 or more.</value>
    public int Attempts { get; init; }

    /// <summary>Tokens read.</summary>
    /// <value>Null when the service did not say.</value>
    public int? InputTokens { get; init; }

    /// <summary>Tokens written.</summary>
    /// <value>Null when the service did not say.</value>
    public int? OutputTokens { get; init; }

    /// <summary>Tokens read from the prompt cache.</summary>
    /// <value>Null when the service did not say.</value>
    public int? CacheReadInputTokens { get; init; }

    /// <summary>Tokens written to the prompt cache.</summary>
    /// <value>Null when the service did not say.</value>
    public int? CacheWriteInputTokens { get; init; }

    /// <summary>Time of the call at the service.</summary>
    /// <value>Null when the service did not say.</value>
    public TimeSpan? Latency { get; init; }

    /// <summary>The service tier that was used.</summary>
    /// <value>Null when the service did not say.</value>
    public BedrockServiceTier? ServiceTier { get; init; }

    /// <summary>How the model was served.</summary>
    /// <value>Null when the service did not say.</value>
    public BedrockPerformanceLatency? PerformanceLatency { get; init; }

    /// <summary>All response headers.</summary>
    /// <value>Names compare without regard to case; several values of one name are joined by a comma.</value>
    public IReadOnlyDictionary<string, string> Headers
    {
        get => field ??= ReadHeaders();
        init;
    }

    /// <summary>Chunks of a stream that no reader knows and that were passed over.</summary>
    /// <value>0 for a call without streaming.</value>
    public int SkippedEvents { get; init; }

    /// <summary>The headers as HTTP has them; made into <see cref="Headers"/> only when somebody asks.</summary>
    internal (HttpHeaders Answer, HttpHeaders Content)? RawHeaders { get; init; }

    /// <summary>The same with the counts of a stream's last chunk.</summary>
    internal BedrockResponseMetadata With(BedrockInvocationMetrics? metrics, int skippedEvents) => new()
    {
        RequestId = RequestId,
        StatusCode = StatusCode,
        Attempts = Attempts,
        InputTokens = metrics?.InputTokenCount ?? InputTokens,
        OutputTokens = metrics?.OutputTokenCount ?? OutputTokens,
        CacheReadInputTokens = metrics?.CacheReadInputTokenCount ?? CacheReadInputTokens,
        CacheWriteInputTokens = metrics?.CacheWriteInputTokenCount ?? CacheWriteInputTokens,
        Latency = metrics?.InvocationLatency is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : Latency,
        ServiceTier = metrics?.ServiceTier ?? ServiceTier,
        PerformanceLatency = PerformanceLatency,
        Headers = RawHeaders is null ? Headers : null!,
        RawHeaders = RawHeaders,
        SkippedEvents = skippedEvents,
    };

    private Dictionary<string, string> ReadHeaders()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (RawHeaders is { } raw)
        {
            foreach ((string name, HeaderStringValues values) in raw.Answer.NonValidated.Concat(raw.Content.NonValidated))
            {
                headers[name] = values.ToString();
            }
        }

        return headers;
    }
}
