namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>The body of an answer as an in-memory stream that is read piece by piece. Read-only, forward only, used by one thread at a time.</summary>
internal sealed class AnswerStream(Answer answer, TimeProvider time) : Stream
{
    private readonly CancellationTokenSource _closed = new();
    private IAsyncEnumerator<ReadOnlyMemory<byte>>? _frames;
    private ReadOnlyMemory<byte> _current = answer.Frames is null ? answer.Body : default;
    private bool _reading;
    private bool _disposed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        _reading = true;
        try
        {
            while (_current.IsEmpty)
            {
                if (!await MoveNextAsync(cancellationToken).ConfigureAwait(false))
                {
                    return await EndAsync(answer.End, time, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            _reading = false;
        }

        int length = Math.Min(buffer.Length, _current.Length);
        _current[..length].CopyTo(buffer);
        _current = _current[length..];
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The body is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>What comes when everything was read: 0, an exception, or nothing for ever.</summary>
    public static async Task<int> EndAsync(AnswerEnd end, TimeProvider time, CancellationToken cancellationToken)
    {
        switch (end)
        {
            case AnswerEnd.Reset:
                throw new HttpIOException(HttpRequestError.ResponseEnded, "The connection was reset by a fault of the test.");
            case AnswerEnd.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
                return 0;
            default:
                return 0;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _closed.Cancel();
            if (_frames is { } frames && !_reading)
            {
                // The HTTP client closes a body synchronously; the frames' own clean-up runs by itself.
                _ = CloseAsync(frames, _closed);
            }
        }

        base.Dispose(disposing);
    }

    private static async Task CloseAsync(IAsyncEnumerator<ReadOnlyMemory<byte>> frames, CancellationTokenSource closed)
    {
        try
        {
            await frames.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            closed.Dispose();
        }
    }

    private async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        if (answer.Frames is null)
        {
            return false;
        }

        _frames ??= answer.Frames.GetAsyncEnumerator(_closed.Token);
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), _closed);
        if (!await _frames.MoveNextAsync().AsTask().WaitAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        _current = _frames.Current;
        return true;
    }
}
