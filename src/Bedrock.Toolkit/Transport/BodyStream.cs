namespace Bedrock.Toolkit.Transport;

/// <summary>The body of an answer, with the idle limit between reads. Read-only, forward only.</summary>
internal sealed class BodyStream(Stream inner, CallClock clock, TimeProvider time, TimeSpan idleLimit) : Stream
{
    private long? _limitedAt;
    private TimeSpan _inAll;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Gives the rest of the body so much time in all, however it drips.</summary>
    public void EndWithin(TimeSpan limit)
    {
        _limitedAt ??= time.GetTimestamp();
        _inAll = limit;
    }

    // Waits once per event in a live stream; pooling the state machine saves an allocation each time.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        clock.Follow(cancellationToken);
        clock.Arm(BedrockTimeoutKind.Idle, Limit());
        try
        {
            clock.Token.ThrowIfCancellationRequested();
            int read = await inner.ReadAsync(buffer, clock.Token).ConfigureAwait(false);

            // Between reads nobody is followed: the token that opened a stream may be cancelled while another one enumerates it.
            clock.Follow(CancellationToken.None);
            return read;
        }
        catch (OperationCanceledException e)
        {
            throw clock.Explain(e);
        }
        finally
        {
            // While the caller works on what it has, nothing is awaited from the server.
            clock.Disarm();
        }
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

    private TimeSpan Limit()
    {
        if (_limitedAt is not { } start)
        {
            return idleLimit;
        }

        TimeSpan left = _inAll - time.GetElapsedTime(start);
        left = left > TimeSpan.Zero ? left : TimeSpan.FromTicks(1);
        return left < idleLimit ? left : idleLimit;
    }
}
