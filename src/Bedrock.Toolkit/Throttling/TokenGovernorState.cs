namespace Bedrock.Toolkit;

/// <summary>How one count of a <see cref="TokenGovernor"/> stood at a moment. Immutable and thread-safe.</summary>
public sealed record TokenGovernorState
{
    /// <summary>What is counted.</summary>
    /// <value>The model with its geography, the ARN, or <see cref="TokenQuota.Pool"/>.</value>
    public required string Pool { get; init; }

    /// <summary>The Region that the calls go to.</summary>
    public required string Region { get; init; }

    /// <summary>Tokens of the minute's quota that are free.</summary>
    /// <value>Negative when calls used more than they had reserved; null when there is no such quota.</value>
    public long? FreeTokens { get; init; }

    /// <summary>Tokens of the day's quota that are free.</summary>
    /// <value>Null when there is no such quota.</value>
    public long? FreeTokensOfDay { get; init; }

    /// <summary>Calls that run.</summary>
    public required int Running { get; init; }

    /// <summary>Calls that wait for their turn.</summary>
    public required int Waiting { get; init; }

    /// <summary>The share of the quota that is made use of; less than 1 for some time after the service throttled.</summary>
    public required double QuotaShare { get; init; }
}
