namespace Bedrock.Toolkit.Benchmarks.Fuzz;

/// <summary>Gives bytes in small pieces, at once, and counts how often it was asked.</summary>
internal sealed class PieceStream(byte[] bytes, int pieceLength) : MemoryStream(bytes, writable: false)
{
    /// <summary>How often it was read.</summary>
    public int Reads { get; private set; }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Reads++;
        return base.ReadAsync(buffer.Length > pieceLength ? buffer[..pieceLength] : buffer, cancellationToken);
    }
}
