using System.Net.Http.Headers;

namespace Bedrock.Toolkit.Transport;

/// <summary>Reads the headers of an answer.</summary>
internal static class AnswerHeaders
{
    /// <summary>Reads what the headers tell, in one pass: a look for each name would cost more than the rest of the answer's headers.</summary>
    public static BedrockResponseMetadata ReadMetadata(HttpResponseMessage response, int attempts)
    {
        string? requestId = null, tier = null, latency = null;
        int? inputTokens = null, outputTokens = null, cacheRead = null, cacheWrite = null, milliseconds = null;
        foreach ((string name, HeaderStringValues values) in response.Headers.NonValidated)
        {
            if (!name.StartsWith("x-amzn-", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            // The lengths differ, so that a look at the name is nearly none.
            _ = Take(name, "x-amzn-RequestId", values, ref requestId)
                || Take(name, "x-amzn-bedrock-input-token-count", values, ref inputTokens)
                || Take(name, "x-amzn-bedrock-output-token-count", values, ref outputTokens)
                || Take(name, "x-amzn-bedrock-cache-read-input-token-count", values, ref cacheRead)
                || Take(name, "x-amzn-bedrock-cache-write-input-token-count", values, ref cacheWrite)
                || Take(name, "x-amzn-bedrock-invocation-latency", values, ref milliseconds)
                || Take(name, "x-amzn-bedrock-service-tier", values, ref tier)
                || Take(name, "x-amzn-bedrock-performanceconfig-latency", values, ref latency);
        }

        return new BedrockResponseMetadata
        {
            RequestId = requestId,
            StatusCode = (int)response.StatusCode,
            Attempts = attempts,
            InputTokens = inputTokens,
            OutputTokens = outputTokens,
            CacheReadInputTokens = cacheRead,
            CacheWriteInputTokens = cacheWrite,
            Latency = milliseconds is { } took ? TimeSpan.FromMilliseconds(took) : null,
            ServiceTier = tier is null ? default(BedrockServiceTier?) : new BedrockServiceTier(tier),
            PerformanceLatency = latency is null ? default(BedrockPerformanceLatency?) : new BedrockPerformanceLatency(latency),
            RawHeaders = (response.Headers, response.Content.Headers),
        };
    }

    /// <summary>How long the server asks to wait: AWS's own header in milliseconds, else the one of HTTP.</summary>
    /// <param name="headers">The headers of the answer.</param>
    /// <param name="now">The time by the server's clock.</param>
    public static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (Text(headers, "x-amz-retry-after") is { Length: > 0 } text && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            // A number that no integer holds is still a wish; the retry policy cuts it down.
            return TimeSpan.FromMilliseconds(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int milliseconds) ? milliseconds
                : int.MaxValue);
        }

        return headers.RetryAfter switch
        {
            { Delta: { } delta } when delta >= TimeSpan.Zero => delta,
            { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
            _ => null,
        };
    }

    public static string? Text(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.ToString() : null;

    private static bool Take(string name, string known, in HeaderStringValues values, ref string? text)
    {
        bool isIt = name.Equals(known, StringComparison.OrdinalIgnoreCase);
        text = isIt ? values.ToString() : text;
        return isIt;
    }

    private static bool Take(string name, string known, in HeaderStringValues values, ref int? number)
    {
        string? text = null;
        bool isIt = Take(name, known, values, ref text);
        number = !isIt ? number : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int read) ? read : null;
        return isIt;
    }
}
