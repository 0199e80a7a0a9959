namespace Bedrock.Toolkit;

/// <summary>How far a run has come. Immutable and thread-safe.</summary>
public sealed record EmbeddingProgress
{
    /// <summary>Items that were embedded and handed over.</summary>
    public long Done { get; init; }

    /// <summary>Items that could not be embedded.</summary>
    public long Failed { get; init; }

    /// <summary>Items passed over because the checkpoint has them with the same content.</summary>
    public long Skipped { get; init; }

    /// <summary>How many items there are.</summary>
    /// <value><see cref="EmbeddingPipelineOptions{T}.ExpectedCount"/>; null when not known.</value>
    public long? Expected { get; init; }

    /// <summary>Calls that were made, attempts that failed included.</summary>
    public long Calls { get; init; }

    /// <summary>Calls that were throttled.</summary>
    public long ThrottledCalls { get; init; }

    /// <summary>The input tokens of all calls.</summary>
    /// <value>Null when the service counted none.</value>
    public long? InputTokens { get; init; }

    /// <summary>How many calls may run at once at present.</summary>
    public int Concurrency { get; init; }

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Items done or failed per second since the start.</summary>
    public double ItemsPerSecond => Elapsed > TimeSpan.Zero ? (Done + Failed) / Elapsed.TotalSeconds : 0;

    /// <summary>The time that the rest needs at this rate.</summary>
    /// <value>Null when the number of items is not known, or nothing is done yet.</value>
    public TimeSpan? Remaining => Expected is { } all && ItemsPerSecond > 0
        ? TimeSpan.FromSeconds(Math.Min(Math.Max(0, all - Done - Failed - Skipped) / ItemsPerSecond, TimeSpan.MaxValue.TotalSeconds / 2))
        : null;
}
