namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>Some bytes of an answer, and how long after those before they come, in virtual milliseconds.</summary>
internal readonly record struct Piece(byte[] Bytes, int After);

/// <summary>The body of an answer, which arrives in pieces and notes how often it is closed.</summary>
internal sealed class SimulatedBody(IReadOnlyList<Piece> pieces, VirtualTime time, int call, bool breaks) : Stream
{
    private int _piece;
    private int _offset;
    private int _closed;

    public int Call => call;

    /// <summary>How often it was closed.</summary>
    public int Closed => Volatile.Read(ref _closed);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_piece < pieces.Count)
        {
            Piece piece = pieces[_piece];
            if (_offset == 0 && piece.After > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(piece.After), time, cancellationToken).ConfigureAwait(false);
            }

            ObjectDisposedException.ThrowIf(Closed > 0, this);
            int count = Math.Min(buffer.Length, piece.Bytes.Length - _offset);
            piece.Bytes.AsMemory(_offset, count).CopyTo(buffer);
            _offset += count;
            if (_offset == piece.Bytes.Length)
            {
                _piece++;
                _offset = 0;
            }

            if (count > 0)
            {
                return count;
            }
        }

        return breaks ? throw new IOException("reset") : 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Reads must not block.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Interlocked.Increment(ref _closed);
        base.Dispose(disposing);
    }
}
