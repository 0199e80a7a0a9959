namespace Bedrock.Toolkit.Transport;

/// <summary>The time limits of one call and the caller's token, seen as one token, from the call's start to the end of its answer.</summary>
/// <remarks>
/// Used by one thread at a time, but for <see cref="Abort"/> and <see cref="Dispose"/>, which may come from anywhere at any time. Nothing here
/// fails after its end: whoever still works on the call then sees a cancelled token.
/// </remarks>
#pragma warning disable CA2213 // A source without a running timer holds nothing to free, and one that was disposed would fail under whoever still uses it.
internal sealed class CallClock : IDisposable
{
    private readonly TimeProvider _time;
    private readonly TimeSpan? _overall;
    private readonly TimeSpan _connect;
    private CancellationTokenSource _source;
    private CancellationToken _caller;
    private CancellationTokenRegistration _registration;
    private BedrockTimeoutKind _kind;
    private TimeSpan _limit;
    private volatile bool _isAborted;

    /// <summary>Starts the clock.</summary>
    /// <param name="time">The clock that limits are measured by.</param>
    /// <param name="overall">The limit of the whole call.</param>
    /// <param name="connect">The limit that the HTTP handler has for making a connection, for the message.</param>
    /// <param name="caller">The caller's token.</param>
    public CallClock(TimeProvider time, TimeSpan? overall, TimeSpan connect, CancellationToken caller)
    {
        _time = time;
        _overall = overall;
        _connect = connect;
        Start = time.GetTimestamp();
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
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
        if (!_source.IsCancellationRequested)
        {
            return;
        }

        // Exchanged, and then looked: whoever cancels says so first and takes the source after that, so that one of the two sees the other.
        Interlocked.Exchange(ref _source, new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time));
        if (_isAborted || _caller.IsCancellationRequested)
        {
            Cancel();
        }
    }

    /// <summary>Starts a limit, or what is left of the whole call's limit when that is less.</summary>
    public void Arm(BedrockTimeoutKind kind, TimeSpan limit)
    {
        TimeSpan left = Left ?? TimeSpan.MaxValue;
        (_kind, _limit) = left < limit ? (BedrockTimeoutKind.Overall, _overall!.Value) : (kind, limit);
        TimeSpan due = left < limit ? left : limit;
        _source.CancelAfter(due > TimeSpan.Zero ? due : TimeSpan.FromTicks(1));
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
    public void Disarm()
    {
        if (!_source.IsCancellationRequested)
        {
            _source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

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
        Disarm();
    }

    private void Cancel()
    {
        Interlocked.MemoryBarrier();
        Volatile.Read(ref _source).Cancel();
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
#pragma warning restore CA2213
