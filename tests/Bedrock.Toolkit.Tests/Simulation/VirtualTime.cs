namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>A clock that stands still until it is told to go to its next timer. Thread-safe.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<(VirtualTimer Timer, int Version), (long Due, long Sequence)> _due = new();
    private long _now;
    private long _sequence;
    private long _wallOffset;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long it has run.</summary>
    public TimeSpan Elapsed => new(Interlocked.Read(ref _now));

    /// <summary>The true time, which no jump of the wall clock changes.</summary>
    public DateTimeOffset TrueTime => Epoch + Elapsed;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => TrueTime + new TimeSpan(Interlocked.Read(ref _wallOffset));

    /// <summary>Sets the wall clock away from the true time.</summary>
    public void JumpTo(TimeSpan offset) => Interlocked.Exchange(ref _wallOffset, offset.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Goes to the next timer and fires it; false when there is none.</summary>
    public bool FireNext()
    {
        VirtualTimer timer;
        lock (_lock)
        {
            int version;
            do
            {
                if (!_due.TryDequeue(out (VirtualTimer Timer, int Version) next, out (long Due, long Sequence) at))
                {
                    return false;
                }

                (timer, version) = next;
                if (timer.Version == version)
                {
                    Interlocked.Exchange(ref _now, Math.Max(_now, at.Due));
                }
            }
            while (timer.Version != version);
        }

        timer.Fire();
        return true;
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        public int Version { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                Version++;
                if (dueTime >= TimeSpan.Zero)
                {
                    time._due.Enqueue((this, Version), (time._now + dueTime.Ticks, time._sequence++));
                }

                return true;
            }
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
