using System.Security.Cryptography;

namespace Bedrock.Toolkit.Testing.ObjectStore;

/// <summary>An object of the simulated S3. Immutable.</summary>
/// <param name="pieces">Its bytes, in pieces of any size.</param>
/// <param name="modified">When it was written.</param>
internal sealed class StoredObject(IReadOnlyList<ReadOnlyMemory<byte>> pieces, DateTimeOffset modified)
{
    private const int TagBytes = 16;

    public long Length { get; } = pieces.Sum(static piece => (long)piece.Length);

    public DateTimeOffset Modified => modified;

    public IReadOnlyList<ReadOnlyMemory<byte>> Pieces => pieces;

    // With a number behind a hyphen, as objects made of parts have it: nobody takes it for a hash of the content then.
    public string Tag => field ??= TagOf(pieces);

    /// <summary>All bytes; not copied when they are one piece.</summary>
    public ReadOnlyMemory<byte> Content => pieces.Count == 1 ? pieces[0] : Slice(0, Length);

    public ReadOnlyMemory<byte> Slice(long from, long length)
    {
        byte[] slice = new byte[length];
        long start = 0;
        foreach (ReadOnlyMemory<byte> piece in pieces)
        {
            long first = Math.Max(from, start);
            long last = Math.Min(from + length, start + piece.Length);
            if (first < last)
            {
                piece.Span[(int)(first - start)..(int)(last - start)].CopyTo(slice.AsSpan((int)(first - from)));
            }

            start += piece.Length;
        }

        return slice;
    }

    private static string TagOf(IReadOnlyList<ReadOnlyMemory<byte>> pieces)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ReadOnlyMemory<byte> piece in pieces)
        {
            hash.AppendData(piece.Span);
        }

        return $"\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, TagBytes))}-1\"";
    }
}
