namespace Bedrock.Toolkit.Testing.ObjectStore;

/// <summary>Writes bytes into pieces of one size, so that nothing large is ever copied. Not thread-safe.</summary>
internal sealed class PieceWriter
{
    private const int PieceBytes = 1024 * 1024;

    private readonly List<byte[]> _pieces = [];
    private int _free;

    /// <summary>What was written.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Pieces =>
        [.. _pieces.Select((piece, i) => i == _pieces.Count - 1 ? piece.AsMemory(0, PieceBytes - _free) : (ReadOnlyMemory<byte>)piece)];

    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_free == 0)
            {
                _pieces.Add(new byte[PieceBytes]);
                _free = PieceBytes;
            }

            int count = Math.Min(bytes.Length, _free);
            bytes[..count].CopyTo(_pieces[^1].AsSpan(PieceBytes - _free));
            _free -= count;
            bytes = bytes[count..];
        }
    }
}
