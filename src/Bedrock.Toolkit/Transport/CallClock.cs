namespace Bedrock.Toolkit.Transport;

/// <summary>The time limits of one call and the caller's token, seen as one token, from the call's start to the end of its answer.</summary>
/// <remarks>
/// Used by one thread at a time, but for <see cref="Abort"/> and <see cref="Dispose"/>, which may come from anywhere at any time. Nothing here
/// fails after its end: whoever still works on the call then sees a cancelled token. A source that was never cancelled goes to another call, so
/// that who ends the clock and who cancels it agree by <c>_state</c>, which leaves <see cref="Running"/> once: only one of them has the source then.
/// </remarks>
internal sealed class CallClock : IDisposable
{
    private const int Running = 0;
    private const int Cancelled = 1;
    private const int Ended = 2;

    private readonly TimeProvider _time;
    private readonly TimeSpan? _overall;
    private readonly TimeSpan _connect;
    private readonly bool _isShared;
    private TimedSource _source;
    private CancellationToken _caller;
    private CancellationTokenRegistration _registration;
    private BedrockTimeoutKind _kind;
    private TimeSpan _limit;
    private volatile bool _isAborted;
    private int _state;

    /// <summary>Starts the clock.</summary>
    /// <param name="time">The clock that limits are measured by.</param>
    /// <param name="overall">The limit of the whole call.</param>
    /// <param name="connect">The limit that the HTTP handler has for making a connection, for the message.</param>
    /// <param name="caller">The caller's token.</param>
    /// <param name="isShared">Whether the token leaves the library, for a handler that may keep it: then no other call gets it.</param>
    public CallClock(TimeProvider time, TimeSpan? overall, TimeSpan connect, CancellationToken caller, bool isShared = true)
    {
        _time = time;
        _overall = overall;
        _connect = connect;
        Start = time.GetTimestamp();
        _isShared = isShared;
        _source = TimedSource.Take(time);
        Follow(caller);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The caller's own token.</summary>
    public CancellationToken Caller => _caller;

    /// <summary>When the call began, as <see cref="TimeProvider.GetTimestamp"/> gave it.</summary>
    public long Start { get; }

    /// <summary>What is left of the limit of the whole call; null when it has none.</summary>
    public TimeSpan? Left => _overall is { } overall ? overall - _time.GetElapsedTime(Start) : null;

    /// <summary>Follows another token of the caller: a stream is read under the enumeration's token, not the one it was opened with.</summary>
    public void Follow(CancellationToken caller)
    {
        if (caller == _caller)
        {
            return;
        }

        _registration.Dispose();
        _caller = caller;
        _registration = caller.UnsafeRegister(static state => ((CallClock)state!).Cancel(), this);
    }

    /// <summary>Makes the token good again after a limit of the attempt before ran out; the caller's word and an abort stay.</summary>
    public void Renew()
    {
        if (!_source.IsCancellationRequested || Volatile.Read(ref _state) != Running)
        {
            return;
        }

        // Exchanged, and then looked: whoever cancels says so first and takes the source after that, so that one of the two sees the other.
        Interlocked.Exchange(ref _source, TimedSource.Take(_time));
        if (Volatile.Read(ref _state) == Cancelled)
        {
            _source.Cancel();
        }
    }

    /// <summary>Starts a limit, or what is left of the whole call's limit when that is less.</summary>
    public void Arm(BedrockTimeoutKind kind, TimeSpan limit)
    {
        TimeSpan left = Left ?? TimeSpan.MaxValue;
        (_kind, _limit) = left < limit ? (BedrockTimeoutKind.Overall, _overall!.Value) : (kind, limit);
        TimeSpan due = left < limit ? left : limit;
        _source.Limit(due > TimeSpan.Zero ? due : TimeSpan.FromTicks(1));
    }

    /// <summary>Starts what is left of the whole call's limit, if it has one: for what happens before and between the attempts.</summary>
    public void ArmOverall()
    {
        if (_overall is not null)
        {
            Arm(BedrockTimeoutKind.Overall, TimeSpan.MaxValue);
        }
        else
        {
            Disarm();
        }
    }

    /// <summary>Stops the limit: nothing is awaited from the server just now.</summary>
    public void Disarm() => _source.Limit(null);

    /// <summary>Ends the call for good, whatever it waits for.</summary>
    public void Abort()
    {
        _isAborted = true;
        Cancel();
    }

    /// <summary>Says who cancelled: the caller, whose token wins, whoever disposed the stream, or a limit.</summary>
    public Exception Explain(OperationCanceledException exception)
    {
        if (_caller.IsCancellationRequested)
        {
            return new OperationCanceledException("The call was cancelled.", exception, _caller);
        }

        if (_isAborted)
        {
            return new ObjectDisposedException(typeof(BedrockStream<>).FullName, "The stream was disposed while it was in use.");
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
        if (Interlocked.CompareExchange(ref _state, Ended, Running) != Running)
        {
            return;
        }

        if (_source.End(isForOthers: !_isShared))
        {
            _source = TimedSource.Ended;
        }
    }

    private void Cancel()
    {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Running) != Ended)
        {
            Volatile.Read(ref _source).Cancel();
        }
    }

    private static BedrockTimeoutException TimedOut(BedrockTimeoutKind kind, TimeSpan limit, Exception cause)
    {
        string what = kind switch
        {
            BedrockTimeoutKind.Connect => "No connection was made within ConnectTimeout",
            BedrockTimeoutKind.FirstByte => "No answer began within FirstByteTimeout",
            BedrockTimeoutKind.Connection =>
                "All connections of the client (MaxConnections) were in use, each by a call or an open stream, for longer than ConnectionWaitTimeout",
            BedrockTimeoutKind.Idle => "The answer fell silent for longer than StreamIdleTimeout",
            _ => "The call took longer than OverallTimeout",
        };
        return new BedrockTimeoutException($"{what} ({limit}).", cause) { Kind = kind, Limit = limit, IsTransient = kind != BedrockTimeoutKind.Overall };
    }
}
