namespace Bedrock.Toolkit.Transport;

/// <summary>One connection of the pool. Tells a connection that was dead before the request from one that broke under it.</summary>
/// <remarks>
/// Gateways drop connections that were silent for a while without a word; the first write then meets a reset. The pool itself does not
/// repeat a request with a body. A break counts as stale only on a connection that has answered before, before any byte of the new answer, and
/// while the request was being written or within a moment after it: a server that closes later has read the request, and may have worked on it.
/// </remarks>
internal sealed class PooledConnectionStream(Stream inner, TimeProvider time) : Stream
{
    private static readonly TimeSpan StaleWithin = TimeSpan.FromMilliseconds(250);

    // Written by the sending and read by the receiving side of one exchange, which overlap.
    private volatile bool _hasServed;
    private volatile bool _isAsking;
    private volatile bool _isWriting;
    private long _writtenAt;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Every read is watched: the pool begins one between two requests, and it ends with the next answer.
        ValueTask<int> reading = inner.ReadAsync(buffer, cancellationToken);
        if (reading.IsCompletedSuccessfully && !_isAsking)
        {
            int read = reading.Result;
            _hasServed |= read > 0;
            return ValueTask.FromResult(read);
        }

        return WatchReadAsync(reading, buffer.Length);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_hasServed)
        {
            return inner.WriteAsync(buffer, cancellationToken);
        }

        _isWriting = true;
        _isAsking = true;
        return WatchWriteAsync(inner.WriteAsync(buffer, cancellationToken));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WatchReadAsync(ValueTask<int> reading, int room)
    {
        int read;
        try
        {
            read = await reading.ConfigureAwait(false);
        }
        catch (IOException e) when (IsStale())
        {
            throw new StaleConnectionException(e);
        }

        if (read > 0)
        {
            _hasServed = true;
            _isAsking = false;
        }
        else if (room > 0 && IsStale())
        {
            throw new StaleConnectionException(null);
        }

        return read;
    }

    private async ValueTask WatchWriteAsync(ValueTask writing)
    {
        try
        {
            await writing.ConfigureAwait(false);
        }
        catch (IOException e) when (_isAsking)
        {
            throw new StaleConnectionException(e);
        }

        Volatile.Write(ref _writtenAt, time.GetTimestamp());
        _isWriting = false;
    }

    private bool IsStale() => _isAsking && (_isWriting || time.GetElapsedTime(Volatile.Read(ref _writtenAt)) <= StaleWithin);
}
