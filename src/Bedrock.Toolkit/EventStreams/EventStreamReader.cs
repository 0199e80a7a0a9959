namespace Bedrock.Toolkit.EventStreams;

/// <summary>Reads frames from a stream of bytes, one at a time, each in the read that completes it.</summary>
/// <remarks>
/// For one consumer: a second read during a read is refused. Disposing during a read is safe.
/// See <see href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon Event Stream</see>.
/// </remarks>
internal sealed class EventStreamReader : IAsyncDisposable
{
    private const int UsualBufferLength = 8 * 1024;
    private const int MostKeptHeaders = 512;
    private const int Idle = 0;
    private const int Reading = 1;
    private const int Disposed = 2;

    private readonly Stream _stream;
    private readonly EventStreamLimits _limits;
    private readonly bool _leaveOpen;
    private readonly ArrayPool<byte> _pool;

    // Bytes that were read and not yet passed stand in _buffer from _start to _end.
    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private long _streamOffset;

    // Set as soon as the prelude of the frame at _start was checked.
    private EventStreamPrelude? _prelude;
    private EventStreamFrame? _frame;

    // The headers of the last frame: nearly all frames of a stream have the same ones, which then are checked once.
    private byte[] _headers = [];
    private int _state;

    /// <summary>Creates a reader; nothing is read before the first <see cref="ReadAsync"/>.</summary>
    /// <param name="stream">Where the frames come from.</param>
    /// <param name="limits">How large a frame may be; <see cref="EventStreamLimits.Default"/> when null.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the reader is disposed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public EventStreamReader(Stream stream, EventStreamLimits? limits = null, bool leaveOpen = false)
        : this(stream, limits, leaveOpen, ArrayPool<byte>.Shared)
    {
    }

    internal EventStreamReader(Stream stream, EventStreamLimits? limits, bool leaveOpen, ArrayPool<byte> pool)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _limits = limits ?? EventStreamLimits.Default;
        _leaveOpen = leaveOpen;
        _pool = pool;
    }

    /// <summary>The frame that the last read arrived at.</summary>
    /// <value>A view over the reader's buffer: good until the next <see cref="ReadAsync"/> or <see cref="DisposeAsync"/>.</value>
    /// <exception cref="InvalidOperationException">There is none: no read yet, the last one returned false or threw, or one is under way.</exception>
    public EventStreamFrame Frame =>
        _frame ?? throw new InvalidOperationException($"There is no current frame: {nameof(ReadAsync)} has to return true first.");

    /// <summary>Whether the current frame has the headers of the one before.</summary>
    public bool HasSameHeaders { get; private set; }

    private int Held => _end - _start;

    private int Needed => _prelude?.TotalLength ?? EventStreamFormat.PreludeLength;

    /// <summary>Goes to the next frame, which ends the life of the current one.</summary>
    /// <remarks>
    /// Does not touch the stream while the buffer still holds a complete frame. A read that was cancelled, or failed in the stream, may be
    /// repeated and goes on where it was; after a malformed frame every further read fails in the same way.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>False when the stream ended between two frames.</returns>
    /// <exception cref="BedrockProtocolException">The next bytes are no frame, or one over the limits.</exception>
    /// <exception cref="EndOfStreamException">The stream ended within a frame.</exception>
    /// <exception cref="OperationCanceledException">The read was cancelled.</exception>
    /// <exception cref="InvalidOperationException">Another read is under way.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    // Reads wait once per event in a live stream; pooling the state machines saves an allocation each time.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        Enter();
        try
        {
            PassCurrentFrame();
            cancellationToken.ThrowIfCancellationRequested();
            while (!TryTakeFrame())
            {
                MakeRoom();
                int read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
                ObjectDisposedException.ThrowIf(Volatile.Read(ref _state) == Disposed, this);
                if (read == 0)
                {
                    return Held == 0 ? false : throw EndedWithinFrame();
                }

                _end += read;
            }

            return true;
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Goes to the next frame when the buffer holds all of it, without a wait.</summary>
    /// <returns>False when the stream has to be read; then there is no current frame.</returns>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public bool TryRead()
    {
        Enter();
        try
        {
            PassCurrentFrame();
            return TryTakeFrame();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Gives the buffer back, and closes the stream unless it was to be left open. A second call does nothing.</summary>
    /// <returns>A task that completes when the stream is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        int before = Interlocked.Exchange(ref _state, Disposed);
        if (before == Disposed) return;

        // A read that is under way still writes into the buffer: then the read gives it back when it leaves.
        if (before == Idle) ReturnBuffer();
        if (!_leaveOpen) await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private void Enter()
    {
        int before = Interlocked.CompareExchange(ref _state, Reading, Idle);
        ObjectDisposedException.ThrowIf(before == Disposed, this);
        if (before == Reading) throw new InvalidOperationException("A read is under way: await it before the next.");
    }

    private void Leave()
    {
        if (Interlocked.CompareExchange(ref _state, Idle, Reading) == Disposed) ReturnBuffer();
    }

    private void PassCurrentFrame()
    {
        if (_frame is null) return;

        _start += Needed;
        _streamOffset += Needed;
        _prelude = null;
        _frame = null;

        // Nothing left to keep: the next bytes may go to the front, without a copy.
        if (Held == 0) _start = _end = 0;
    }

    private bool TryTakeFrame()
    {
        if (Held < Needed) return false;

        _prelude ??= EventStreamPrelude.Read(_buffer.AsSpan(_start, Held), _limits, _streamOffset);
        if (Held < Needed) return false;

        Span<byte> headers = _buffer.AsSpan(_start + EventStreamFormat.PreludeLength, _prelude.Value.HeadersLength);
        HasSameHeaders = headers.Length > 0 && headers.SequenceEqual(_headers);
        _frame = EventStreamFrame.Verify(_buffer.AsMemory(_start, Needed), _prelude.Value, _limits, _streamOffset, HasSameHeaders);
        if (!HasSameHeaders && headers.Length <= MostKeptHeaders)
        {
            _headers = headers.ToArray();
        }

        return true;
    }

    /// <summary>Sees to it that the frame at <c>_start</c> fits into the buffer from where it is.</summary>
    private void MakeRoom()
    {
        if (_start + Needed <= _buffer.Length) return;

        // Needed is over the usual length only after the prelude was checked against its CRC and the limits.
        byte[] old = _buffer;
        bool tooSmall = Needed > old.Length;
        byte[] target = tooSmall ? _pool.Rent(Math.Max(Needed, UsualBufferLength)) : old;
        old.AsSpan(_start, Held).CopyTo(target);
        _end = Held;
        _start = 0;
        _buffer = target;
        if (tooSmall && old.Length > 0) _pool.Return(old);
    }

    private void ReturnBuffer()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        _start = _end = 0;
        _frame = null;
        if (buffer.Length > 0) _pool.Return(buffer);
    }

    private EndOfStreamException EndedWithinFrame() => new(
        $"The event stream ended within a frame: {Held} of {Needed} bytes of its {(_prelude is null ? "prelude" : "length")} were there "
        + $"(the frame begins at byte {_streamOffset}).");
}
