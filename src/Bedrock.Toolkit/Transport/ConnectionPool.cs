namespace Bedrock.Toolkit.Transport;

/// <summary>The connections of a client and of those made from it; closed when the last of them is disposed. Thread safe.</summary>
internal sealed class ConnectionPool
{
    private int _users = 1;

    /// <param name="http">The HTTP client.</param>
    /// <param name="isOwn">Whether it is ours to dispose.</param>
    public ConnectionPool(HttpClient http, bool isOwn)
    {
        Http = http;
        IsOwn = isOwn;
    }

    public HttpClient Http { get; }

    /// <summary>Whether the HTTP client is ours.</summary>
    public bool IsOwn { get; }

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
            Http.Dispose();
        }
    }
}
