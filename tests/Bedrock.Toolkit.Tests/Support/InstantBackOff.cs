using System.Collections.Concurrent;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>A clock that stands still, whose delays of at most half a minute end at once and are kept; longer time limits never run out.</summary>
internal sealed class InstantBackOff(DateTimeOffset? now = null) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _delays = new();

    /// <summary>The delays that were asked for, in order.</summary>
    public IReadOnlyList<TimeSpan> Delays => [.. _delays];

    public DateTimeOffset Now { get; set; } = now ?? new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= TimeSpan.FromSeconds(30))
        {
            _delays.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Stopped();
    }

    private sealed class Stopped : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
