using System.Security.Cryptography;

namespace Bedrock.Toolkit.Transport;

/// <summary>When a failed attempt is repeated, and after which delay: AWS's standard mode with its values of 2026. Thread-safe.</summary>
/// <remarks>
/// The bucket belongs to the client: what one client meets takes nothing from another one.
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
/// </remarks>
internal sealed class RetryPolicy(BedrockClientOptions options)
{
    /// <summary>What a call that succeeds in its first attempt gives back.</summary>
    public const int SuccessReturn = 1;

    private const int RetryCost = 14;
    private const int ThrottlingCost = 5;

    private static readonly TimeSpan TransientBase = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ThrottlingBase = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ModelNotReadyBase = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxExtraWish = TimeSpan.FromSeconds(5);

    public RetryTokenBucket Bucket { get; internal set; } = new();

    /// <summary>The longest delay of our own.</summary>
    internal TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Gives the random factor of 0 to 1.</summary>
    internal Func<double> Jitter { get; set; } = options.Jitter ?? (static () => RandomNumberGenerator.GetInt32(1_000_001) / 1_000_000.0);

    /// <summary>Decides about another attempt, and takes its price from the bucket.</summary>
    /// <param name="failure">What the attempt ended with.</param>
    /// <param name="attempt">How many attempts failed by the load of the service, with this one.</param>
    /// <param name="left">What is left of the call's overall limit, if it has one.</param>
    /// <param name="ofCall">The most attempts of this call, if it has its own limit.</param>
    public RetryDecision Decide(BedrockException failure, int attempt, TimeSpan? left, int? ofCall = null)
    {
        RetryKind kind = Classify(failure);
        int most = ofCall ?? options.MaxAttempts;
        if (kind == RetryKind.None || most == 1 || attempt >= MaxAttempts(kind, most))
        {
            return default;
        }

        TimeSpan delay = Delay(kind, (failure as BedrockServiceException)?.RetryAfter, attempt, Jitter());
        if (delay >= left)
        {
            return default;
        }

        int cost = kind != RetryKind.Throttling ? RetryCost : IsWaitedFor(delay) ? 0 : ThrottlingCost;
        return Bucket.TryTake(cost) ? new RetryDecision(true, delay, cost) : new RetryDecision(false, IsOutOfTokens: true);
    }

    // A quota is free again at a known time. Who waits for it adds no load to a service that is down, and so takes nothing of what there is for that.
    private bool IsWaitedFor(TimeSpan delay) => options.ThrottlingDelayFloor > TimeSpan.Zero && delay >= options.ThrottlingDelayFloor;

    /// <summary>Why a failure is worth another attempt, if it is.</summary>
    public static RetryKind Classify(BedrockException failure) => failure switch
    {
        BedrockTimeoutException { Kind: BedrockTimeoutKind.Overall or BedrockTimeoutKind.Connection } => RetryKind.None,
        { IsTransient: false } => RetryKind.None,
        BedrockThrottlingException => RetryKind.Throttling,
        BedrockModelException { ErrorCode: { } code } when code == BedrockErrorCode.ModelNotReady => RetryKind.ModelNotReady,
        _ => RetryKind.Transient,
    };

    /// <summary>The delay for a random factor.</summary>
    public TimeSpan Delay(RetryKind kind, TimeSpan? wish, int attempt, double factor)
    {
        TimeSpan first = kind switch
        {
            RetryKind.Throttling => ThrottlingBase,
            RetryKind.ModelNotReady => ModelNotReadyBase,
            _ => TransientBase,
        };
        TimeSpan bound = first * Math.Pow(2, Math.Min(attempt - 1, 30));
        TimeSpan delay = factor * (bound < MaxDelay ? bound : MaxDelay);
        if (wish is { } wanted)
        {
            TimeSpan most = delay + MaxExtraWish;
            TimeSpan clamped = wanted < most ? wanted : most;
            delay = clamped > delay ? clamped : delay;
        }

        return kind == RetryKind.Throttling && delay < options.ThrottlingDelayFloor ? options.ThrottlingDelayFloor : delay;
    }

    private int MaxAttempts(RetryKind kind, int most) => kind switch
    {
        RetryKind.ModelNotReady => Math.Max(most, options.ModelNotReadyAttempts),

        _ => most,
    };
}

/// <summary>What comes after a failed attempt.</summary>
/// <param name="IsAgain">Whether another attempt is made.</param>
/// <param name="Delay">How long to wait before it.</param>
/// <param name="Cost">What it took from the bucket.</param>
/// <param name="IsOutOfTokens">Whether only the empty bucket forbids it.</param>
internal readonly record struct RetryDecision(bool IsAgain, TimeSpan Delay = default, int Cost = 0, bool IsOutOfTokens = false);

/// <summary>Why a failed attempt may be repeated; each has its own delay, price and number of attempts.</summary>
internal enum RetryKind
{
    /// <summary>It may not.</summary>
    None,

    /// <summary>The service or the way to it failed for a moment.</summary>
    Transient,

    /// <summary>Too fast, or a quota used up.</summary>
    Throttling,

    /// <summary>The model is being loaded.</summary>
    ModelNotReady,
}
