using System.Net;

namespace Bedrock.Toolkit.Transport;

/// <summary>The bytes of a request, fixed once and sent by every attempt. Owns a pooled buffer, or borrows the caller's memory. Thread-safe.</summary>
/// <remarks>
/// A pooled array goes back when its owner has let go of it and nobody writes it to a connection any more: a server may answer, and a call may
/// end, while the request is still being sent. A write that failed may have left somebody who still reads; such an array is never rented out again.
/// </remarks>
internal sealed class RequestBody : IDisposable
{
    private static readonly RequestBody Nothing = new(ReadOnlyMemory<byte>.Empty);

    private readonly PooledBuffer? _pooled;
    private readonly ReadOnlyMemory<byte> _bytes;
    private int _users = 1;
    private int _sends;
    private int _isReleased;
    private volatile bool _isRevoked;
    private volatile bool _isDoubtful;

    public RequestBody(PooledBuffer pooled)
    {
        _pooled = pooled;
        _bytes = pooled.Written;
    }

    public RequestBody(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    public ReadOnlyMemory<byte> Bytes => Volatile.Read(ref _users) > 0 ? _bytes : throw Ended();

    /// <summary>How many times somebody began to send it.</summary>
    public int Sends => Volatile.Read(ref _sends);

    /// <summary>Whether nobody writes it to a connection just now.</summary>
    public bool IsAtRest => Volatile.Read(ref _users) <= 1;

    /// <summary>New content for one attempt.</summary>
    public HttpContent ToContent() => new Content(this);

    /// <summary>Lets the content of a request that is over carry this one.</summary>
    public void MoveInto(HttpContent content)
    {
        content.Headers.Remove("Content-Length");
        ((Content)content).Body = this;
    }

    /// <summary>Leaves a content without a body, until the next one moves in.</summary>
    public static void MoveOutOf(HttpContent content) => ((Content)content).Body = Nothing;

    /// <summary>Lets nobody begin to send it any more; its owner still has to let go of it.</summary>
    public void Revoke() => _isRevoked = true;

    /// <summary>Its owner needs it no more. Does nothing the second time.</summary>
    public void Dispose()
    {
        _isRevoked = true;
        if (Interlocked.Exchange(ref _isReleased, 1) == 0)
        {
            Leave();
        }
    }

    private static ObjectDisposedException Ended() => new(nameof(RequestBody), "The call has ended: its bytes cannot be sent any more.");

    private void Enter()
    {
        int users = Volatile.Read(ref _users);
        while (users > 0 && !_isRevoked)
        {
            int seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
            {
                return;
            }

            users = seen;
        }

        throw Ended();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) > 0)
        {
            return;
        }

        if (_isDoubtful)
        {
            _pooled?.Abandon();
        }

        _pooled?.Dispose();
    }

    private sealed class Content(RequestBody body) : HttpContent
    {
        public RequestBody Body { get; set; } = body;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            RequestBody body = Body;
            body.Enter();
            Interlocked.Increment(ref body._sends);
            bool isWhole = false;
            try
            {
                await stream.WriteAsync(body._bytes, cancellationToken).ConfigureAwait(false);
                isWhole = true;
            }
            finally
            {
                body._isDoubtful |= !isWhole;
                body.Leave();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Body._bytes.Length;
            return true;
        }
    }
}
