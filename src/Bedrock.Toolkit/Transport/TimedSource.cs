using System.Collections.Concurrent;

namespace Bedrock.Toolkit.Transport;

/// <summary>A source of a token with a limit that is moved at no cost: the timer is set only where a limit ends before the timer's own time, and
/// looks, when it is due, whether the limit was moved meanwhile. Thread-safe, but for <see cref="End"/>.</summary>
/// <remarks>A source that nobody cancelled serves another call: it, its timer and its registrations are a good part of what a call would allocate.</remarks>
#pragma warning disable CA1001 // A source without a running timer holds nothing to free, and one that was disposed would fail under whoever still uses it.
internal sealed class TimedSource
#pragma warning restore CA1001
{
    /// <summary>In the place of one that was given back: whoever still works on the call sees a cancelled token.</summary>
    public static readonly TimedSource Ended = CreateEnded();

    private const long Never = long.MaxValue;
    private const int MostIdle = 256;

    private static readonly ConcurrentQueue<TimedSource> IdleOnes = new();

    private readonly CancellationTokenSource _source = new();
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private ITimer? _timer;

    // When the limit runs out and for when the timer is set, as the provider counts time.
    private long _due = Never;
    private long _timerAt = Never;
    private bool _isOver;

    private TimedSource(TimeProvider time) => _time = time;

    public CancellationToken Token => _source.Token;

    public bool IsCancellationRequested => _source.IsCancellationRequested;

    /// <summary>One without a limit, new or used before.</summary>
    public static TimedSource Take(TimeProvider time) =>
        time == TimeProvider.System && IdleOnes.TryDequeue(out TimedSource? idle) ? idle : new TimedSource(time);

    public void Cancel()
    {
        Stop();
        _source.Cancel();
    }

    /// <summary>Sets the limit; none when null. Does nothing when one has run out.</summary>
    public void Limit(TimeSpan? limit)
    {
        lock (_lock)
        {
            _due = limit is { } given ? _time.GetTimestamp() + Counts(given) : Never;
            if (_due < _timerAt && !_isOver)
            {
                SetTimer(limit!.Value);
            }
        }
    }

    /// <summary>Ends its use, of which nobody may make any more, nor cancel it; keeps it for another call when that may have it.</summary>
    /// <returns>Whether another call can have it.</returns>
    public bool End(bool isForOthers)
    {
        Limit(null);
        if (isForOthers && !_isOver && _time == TimeProvider.System && IdleOnes.Count < MostIdle && _source.TryReset())
        {
            IdleOnes.Enqueue(this);
            return true;
        }

        Stop();
        return false;
    }

    private static TimedSource CreateEnded()
    {
        var ended = new TimedSource(TimeProvider.System);
        ended.Cancel();
        return ended;
    }

    private void Stop()
    {
        lock (_lock)
        {
            _isOver = true;
            _timer?.Dispose();
        }
    }

    private long Counts(TimeSpan time) => (long)(time.Ticks * (_time.TimestampFrequency / (double)TimeSpan.TicksPerSecond));

    private void SetTimer(TimeSpan limit)
    {
        _timerAt = _due;
        _timer ??= CreateTimer();
        _timer.Change(limit, Timeout.InfiniteTimeSpan);
    }

    private ITimer CreateTimer()
    {
        // It outlives the call, and must not keep what the caller's context holds.
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        return _time.CreateTimer(static state => ((TimedSource)state!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void Look()
    {
        lock (_lock)
        {
            // A limit for which the timer was set has run out, whatever the other clock says of it.
            long set = _timerAt;
            _timerAt = Never;
            if (_due == Never || _isOver)
            {
                return;
            }

            if (_due != set && _time.GetElapsedTime(_time.GetTimestamp(), _due) is { Ticks: > 0 } left)
            {
                SetTimer(left);
                return;
            }

            _isOver = true;
        }

        Cancel();
    }
}
