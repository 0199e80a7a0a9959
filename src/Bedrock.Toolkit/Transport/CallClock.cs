namespace Bedrock.Toolkit.Transport;

/// <summary>The time limits of one attempt and the caller's token, seen as one token. Used by one thread at a time.</summary>
internal sealed class CallClock : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly TimeProvider _time;
    private readonly long _overallStart;
    private readonly TimeSpan? _overall;
    private readonly TimeSpan _connect;
    private CancellationToken _caller;
    private CancellationTokenRegistration _registration;
    private BedrockTimeoutKind _kind;
    private TimeSpan _limit;

    /// <summary>Starts the clock.</summary>
    /// <param name="time">The clock that limits are measured by.</param>
    /// <param name="overall">The limit of the whole call.</param>
    /// <param name="overallStart">When the call began, as <see cref="TimeProvider.GetTimestamp"/> gave it.</param>
    /// <param name="connect">The limit that the HTTP handler has for making a connection, for the message.</param>
    /// <param name="caller">The caller's token.</param>
    public CallClock(TimeProvider time, TimeSpan? overall, long overallStart, TimeSpan connect, CancellationToken caller)
    {
        _time = time;
        _overall = overall;
        _overallStart = overallStart;
        _connect = connect;
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        Follow(caller);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The caller's own token.</summary>
    public CancellationToken Caller => _caller;

    /// <summary>Follows another token of the caller: a stream is read under the enumeration's token, not the one it was opened with.</summary>
    public void Follow(CancellationToken caller)
    {
        if (caller == _caller)
        {
            return;
        }

        _registration.Dispose();
        _caller = caller;
        _registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);
    }

    /// <summary>Starts a limit, or what is left of the whole call's limit when that is less.</summary>
    public void Arm(BedrockTimeoutKind kind, TimeSpan limit)
    {
        TimeSpan left = _overall is { } overall ? overall - _time.GetElapsedTime(_overallStart) : TimeSpan.MaxValue;
        (_kind, _limit) = left < limit ? (BedrockTimeoutKind.Overall, _overall!.Value) : (kind, limit);
        TimeSpan due = left < limit ? left : limit;
        _source.CancelAfter(due > TimeSpan.Zero ? due : TimeSpan.FromTicks(1));
    }

    /// <summary>Stops the limit: nothing is awaited from the server just now.</summary>
    public void Disarm()
    {
        if (!_source.IsCancellationRequested)
        {
            _source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Says who cancelled: the caller, whose token wins, or a limit.</summary>
    public Exception Explain(OperationCanceledException exception)
    {
        if (_caller.IsCancellationRequested)
        {
            return new OperationCanceledException("The call was cancelled.", exception, _caller);
        }

        if (_source.IsCancellationRequested)
        {
            return TimedOut(_kind, _limit, exception);
        }

        return exception.InnerException is TimeoutException
            ? TimedOut(BedrockTimeoutKind.Connect, _connect, exception)
            : exception;
    }

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }

    private static BedrockTimeoutException TimedOut(BedrockTimeoutKind kind, TimeSpan limit, Exception cause)
    {
        string what = kind switch
        {
            BedrockTimeoutKind.Connect => "No connection was made within ConnectTimeout",
            BedrockTimeoutKind.FirstByte => "No answer began within FirstByteTimeout",
            BedrockTimeoutKind.Idle => "The answer fell silent for longer than StreamIdleTimeout",
            _ => "The call took longer than OverallTimeout",
        };
        return new BedrockTimeoutException($"{what} ({limit}).", cause) { Kind = kind, Limit = limit, IsTransient = kind != BedrockTimeoutKind.Overall };
    }
}
