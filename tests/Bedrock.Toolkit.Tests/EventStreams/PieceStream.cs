namespace Bedrock.Toolkit.Tests.EventStreams;

/// <summary>A body that arrives in pieces of given sizes; the last size is repeated to the end.</summary>
internal sealed class PieceStream(byte[] bytes, params int[] pieces) : Stream
{
    private int _position;

    /// <summary>How often it was asked for bytes.</summary>
    public int Reads { get; private set; }

    /// <summary>How often it was closed.</summary>
    public int Disposals { get; private set; }

    /// <summary>The largest buffer that was offered to it.</summary>
    public int LargestBuffer { get; private set; }

    /// <summary>Whether a read is answered later, as by a network, and not at once.</summary>
    public bool AnswersLater { get; init; }

    /// <summary>What happens in a read before it takes bytes; gets the number of the read, from 1.</summary>
    public Func<int, CancellationToken, Task>? OnRead { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int piece = pieces.Length == 0 ? int.MaxValue : pieces[Math.Min(Reads, pieces.Length - 1)];
        Reads++;
        LargestBuffer = Math.Max(LargestBuffer, buffer.Length);
        Assert.NotEqual(0, buffer.Length);
        if (AnswersLater) await Task.Yield();

        if (OnRead is not null) await OnRead(Reads, cancellationToken);

        int count = Math.Min(Math.Min(piece, buffer.Length), bytes.Length - _position);
        bytes.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Reads must not block.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Disposals++;
        base.Dispose(disposing);
    }
}
