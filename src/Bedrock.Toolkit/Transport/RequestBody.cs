using System.Net;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Transport;

/// <summary>The bytes of a request, fixed once and sent by every attempt. Owns a pooled buffer, or borrows the caller's memory.</summary>
internal sealed class RequestBody : IDisposable
{
    private readonly PooledBuffer? _pooled;
    private int _sending;

    public RequestBody(PooledBuffer pooled)
    {
        _pooled = pooled;
        Bytes = pooled.Written;
    }

    public RequestBody(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>New content for one attempt.</summary>
    public HttpContent ToContent() => new Content(this);

    public void Dispose()
    {
        if (Volatile.Read(ref _sending) > 0)
        {
            // The server answered before it had read everything and the connection may still be sending: such an array must not be rented out again.
            _pooled?.Abandon();
        }

        _pooled?.Dispose();
    }

    private sealed class Content(RequestBody body) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref body._sending);
            await stream.WriteAsync(body.Bytes, cancellationToken).ConfigureAwait(false);
            Interlocked.Decrement(ref body._sending);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = body.Bytes.Length;
            return true;
        }
    }
}
