using System.Net.Http.Headers;

namespace Bedrock.Toolkit.Transport;

/// <summary>Reads the headers of an answer.</summary>
internal static class AnswerHeaders
{
    public static BedrockResponseMetadata ReadMetadata(HttpResponseMessage response, int attempts)
    {
        HttpResponseHeaders headers = response.Headers;
        return new BedrockResponseMetadata
        {
            RequestId = Text(headers, "x-amzn-RequestId"),
            StatusCode = (int)response.StatusCode,
            Attempts = attempts,
            InputTokens = Number(headers, "x-amzn-bedrock-input-token-count"),
            OutputTokens = Number(headers, "x-amzn-bedrock-output-token-count"),
            CacheReadInputTokens = Number(headers, "x-amzn-bedrock-cache-read-input-token-count"),
            CacheWriteInputTokens = Number(headers, "x-amzn-bedrock-cache-write-input-token-count"),
            Latency = Number(headers, "x-amzn-bedrock-invocation-latency") is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            ServiceTier = Text(headers, "x-amzn-bedrock-service-tier") is { } tier ? new BedrockServiceTier(tier) : default(BedrockServiceTier?),
            PerformanceLatency = Text(headers, "x-amzn-bedrock-performanceconfig-latency") is { } latency ? new BedrockPerformanceLatency(latency)
                : default(BedrockPerformanceLatency?),
            RawHeaders = (headers, response.Content.Headers),
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

    private static int? Number(HttpResponseHeaders headers, string name) =>
        Text(headers, name) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
