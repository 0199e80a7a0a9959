using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>A frame of an event stream as it came over the wire, whole and with checksums that fit.</summary>
/// <param name="Headers">The values by name, of any type, undecoded.</param>
/// <param name="HeaderBlock">The headers as they came.</param>
/// <param name="Payload">What stands between headers and checksum.</param>
internal sealed record ReceivedFrame(IReadOnlyDictionary<string, byte[]> Headers, ReadOnlyMemory<byte> HeaderBlock, ReadOnlyMemory<byte> Payload)
{
    public const int PreludeLength = 12;
    private const int ChecksumLength = 4;
    private const int MaxLength = 32 * 1024 * 1024;

    // The lengths of the values of types 0 to 9; those of bytes and texts stand before them.
    private static readonly int[] ValueLengths = [0, 0, 1, 2, 4, 8, -1, -1, 8, 16];

    /// <summary>The length of the frame that begins here; null when no frame does.</summary>
    /// <param name="bytes">At least <see cref="PreludeLength"/> bytes.</param>
    public static int? LengthOf(ReadOnlySpan<byte> bytes)
    {
        int length = BinaryPrimitives.ReadInt32BigEndian(bytes);
        int headers = BinaryPrimitives.ReadInt32BigEndian(bytes[4..]);
        return length is < PreludeLength + ChecksumLength or > MaxLength || headers < 0 || headers > length - PreludeLength - ChecksumLength ? null : length;
    }

    /// <summary>Reads a whole frame; null when its checksums or headers are wrong.</summary>
    public static ReceivedFrame? Read(byte[] frame)
    {
        if (frame.Length < PreludeLength + ChecksumLength || LengthOf(frame) != frame.Length || !ChecksumsFit(frame))
        {
            return null;
        }

        int headersLength = BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(4));
        ReadOnlyMemory<byte> block = frame.AsMemory(PreludeLength, headersLength);
        return ReadHeaders(block.Span) is { } headers
            ? new ReceivedFrame(headers, block, frame.AsMemory(PreludeLength + headersLength, frame.Length - PreludeLength - headersLength - ChecksumLength))
            : null;
    }

    /// <summary>Reads frame by frame until the stream ends.</summary>
    /// <exception cref="InvalidDataException">A frame is malformed or cut off.</exception>
    public static async IAsyncEnumerable<ReceivedFrame> ReadAllAsync(Stream stream,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        byte[] prelude = new byte[PreludeLength];
        int read;
        while ((read = await stream.ReadAtLeastAsync(prelude, PreludeLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)) > 0)
        {
            byte[] frame = read == PreludeLength && LengthOf(prelude) is { } length ? new byte[length] : throw Malformed();
            prelude.CopyTo(frame, 0);
            int rest = await stream.ReadAtLeastAsync(frame.AsMemory(PreludeLength), frame.Length - PreludeLength, throwOnEndOfStream: false, cancellationToken)
                .ConfigureAwait(false);
            yield return (rest == frame.Length - PreludeLength ? Read(frame) : null) ?? throw Malformed();
        }
    }

    /// <summary>The text of a header; null when it is missing.</summary>
    public string? Text(string name) => Headers.TryGetValue(name, out byte[]? value) ? Encoding.UTF8.GetString(value) : null;

    private static InvalidDataException Malformed() => new("A frame of the request is malformed or not whole.");

    private static bool ChecksumsFit(byte[] frame) =>
        BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(8)) == Crc32.HashToUInt32(frame.AsSpan(0, 8))
        && BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(frame.Length - ChecksumLength)) == Crc32.HashToUInt32(
            frame.AsSpan(0, frame.Length - ChecksumLength));

    private static Dictionary<string, byte[]>? ReadHeaders(ReadOnlySpan<byte> block)
    {
        var headers = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (!block.IsEmpty)
        {
            int nameLength = block[0];
            if (block.Length < nameLength + 2 || block[nameLength + 1] >= ValueLengths.Length)
            {
                return null;
            }

            string name = Encoding.UTF8.GetString(block.Slice(1, nameLength));
            int length = ValueLengths[block[nameLength + 1]];
            block = block[(nameLength + 2)..];
            if (length < 0)
            {
                if (block.Length < 2)
                {
                    return null;
                }

                length = BinaryPrimitives.ReadUInt16BigEndian(block);
                block = block[2..];
            }

            if (block.Length < length)
            {
                return null;
            }

            headers[name] = block[..length].ToArray();
            block = block[length..];
        }

        return headers;
    }
}
