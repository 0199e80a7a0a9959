namespace Bedrock.Toolkit.Transport;

/// <summary>The connections of a client and of those made from it; closed when the last of them is disposed. Thread-safe.</summary>
#pragma warning disable CA1001 // A semaphore and a token source whose wait handles nobody asks for hold nothing to free.
internal sealed class ConnectionPool
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim? _places;
    private readonly CancellationTokenSource _end = new();
    private int _users = 1;

    /// <param name="http">The caller's HTTP client, or an invoker of ours: an HTTP client adds a token source, its registrations and a task to every
    /// call, for limits and headers that none of ours has.</param>
    /// <param name="isOwn">Whether it is ours to dispose.</param>
    /// <param name="mostConnections">How many connections may be in use at once; null where the handler is not ours and only it knows.</param>
    public ConnectionPool(HttpMessageInvoker http, bool isOwn, int? mostConnections = null)
    {
        Http = http;
        IsOwn = isOwn;
        _places = mostConnections is { } most ? new SemaphoreSlim(most, most) : null;
    }

    public HttpMessageInvoker Http { get; }

    /// <summary>Whether the HTTP client is ours.</summary>
    public bool IsOwn { get; }

    /// <summary>Whether nothing of the host's stands between here and the network: no handler that keeps tokens, and no content but .NET's own.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Cancelled when the last user is gone, as an HTTP client would have cancelled what it sends.</summary>
    public CancellationToken End => IsOwn ? _end.Token : CancellationToken.None;

    /// <summary>Waits for a place among the connections: a limit of its own, so that its end is not taken for a server that does not answer.</summary>
    public async ValueTask<ConnectionSlot> EnterAsync(ApiCall call, CallClock clock, BedrockClientOptions options)
    {
        if (_places is null)
        {
            return default;
        }

        if (!_places.Wait(0, CancellationToken.None))
        {
            clock.Arm(BedrockTimeoutKind.Connection, options.ConnectionWaitTimeout);
            await _places.WaitAsync(clock.Token).ConfigureAwait(false);
            clock.Arm(BedrockTimeoutKind.FirstByte, call.FirstByteTimeout);
        }

        return new ConnectionSlot(_places);
    }

    /// <summary>The same pool for one more user.</summary>
    public ConnectionPool Share()
    {
        int users = Volatile.Read(ref _users);
        while (true)
        {
            ObjectDisposedException.ThrowIf(users == 0, typeof(BedrockClient));
            int seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
            {
                return this;
            }

            users = seen;
        }
    }

    /// <summary>Takes that a user is gone.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0 && IsOwn)
        {
            _end.Cancel();
            Http.Dispose();
        }
    }
}

/// <summary>A place among the connections that a client may have open; the default value is none, where nobody counts. Give it back once.</summary>
internal readonly struct ConnectionSlot(SemaphoreSlim? places) : IDisposable
{
    public void Dispose() => places?.Release();
}
