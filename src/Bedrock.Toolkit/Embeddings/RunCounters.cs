namespace Bedrock.Toolkit;

/// <summary>What a run counts. Thread-safe.</summary>
internal sealed class RunCounters
{
    private long _done;
    private long _failed;
    private long _skipped;
    private long _calls;
    private long _throttled;
    private int _failuresInARow;

    public UsageSum Usage { get; } = new();

    public void AddDone() => Interlocked.Increment(ref _done);

    public void AddFailed() => Interlocked.Increment(ref _failed);

    public void AddSkipped() => Interlocked.Increment(ref _skipped);

    public void AddCall() => Interlocked.Increment(ref _calls);

    public void AddThrottled() => Interlocked.Increment(ref _throttled);

    public void EndFailures() => Volatile.Write(ref _failuresInARow, 0);

    /// <summary>Counts items that the service failed; gives how many it failed in a row.</summary>
    public int AddFailuresInARow(int items) => Interlocked.Add(ref _failuresInARow, items);

    public EmbeddingProgress ToProgress(long? expected, int concurrency, TimeSpan elapsed) => new()
    {
        Done = Interlocked.Read(ref _done),
        Failed = Interlocked.Read(ref _failed),
        Skipped = Interlocked.Read(ref _skipped),
        Calls = Interlocked.Read(ref _calls),
        ThrottledCalls = Interlocked.Read(ref _throttled),
        InputTokens = Usage.Input,
        Expected = expected,
        Concurrency = concurrency,
        Elapsed = elapsed,
    };
}
