using System.Security.Cryptography;

namespace Bedrock.Toolkit.Transport;

/// <summary>When a failed attempt is repeated, and after which delay: AWS's standard mode without its token bucket.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html</remarks>
internal static class RetryPolicy
{
    private static readonly TimeSpan TransientBase = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ThrottlingBase = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Cap = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MostExtraWish = TimeSpan.FromSeconds(5);

    /// <summary>Whether a failure is worth another attempt.</summary>
    public static bool IsRetryable(BedrockException exception) => exception.IsTransient && exception is not BedrockTimeoutException { Kind: BedrockTimeoutKind.Overall };

    /// <summary>The delay after a failed attempt, with full jitter.</summary>
    public static TimeSpan Delay(BedrockException exception, int attempt) =>
        Delay(exception is BedrockThrottlingException, (exception as BedrockServiceException)?.RetryAfter, attempt, RandomNumberGenerator.GetInt32(1_000_001) / 1_000_000.0);

    /// <summary>The delay for a random factor of 0 to 1.</summary>
    public static TimeSpan Delay(bool throttled, TimeSpan? wish, int attempt, double factor)
    {
        TimeSpan first = throttled ? ThrottlingBase : TransientBase;
        TimeSpan bound = first * Math.Pow(2, Math.Min(attempt - 1, 30));
        TimeSpan own = factor * (bound < Cap ? bound : Cap);
        if (wish is not { } wanted)
        {
            return own;
        }

        TimeSpan most = own + MostExtraWish;
        TimeSpan clamped = wanted < most ? wanted : most;
        return clamped > own ? clamped : own;
    }
}
