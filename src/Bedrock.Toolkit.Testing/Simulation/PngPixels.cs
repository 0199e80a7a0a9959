using System.Buffers.Binary;
using System.IO.Compression;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>The pixels of a PNG of 8 bits a channel, without a palette and not interlaced: what cameras and the simulated models write.</summary>
internal sealed class PngPixels
{
    private const int SignatureLength = 8;
    private const int ChunkFrame = 12;
    private const int HeaderLength = 13;
    private const int MaxPixels = 4096 * 4096;

    private readonly byte[] _rows;
    private readonly int _channels;

    private PngPixels(byte[] rows, int width, int height, int channels)
    {
        _rows = rows;
        Width = width;
        Height = height;
        _channels = channels;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Red, green and blue of a pixel.</summary>
    public (byte Red, byte Green, byte Blue) this[int x, int y]
    {
        get
        {
            int at = (y * Stride(Width, _channels)) + 1 + (x * _channels);
            return _channels < 3 ? (_rows[at], _rows[at], _rows[at]) : (_rows[at], _rows[at + 1], _rows[at + 2]);
        }
    }

    /// <summary>Reads a file; null when it is of another kind, or broken.</summary>
    public static PngPixels? Read(ReadOnlySpan<byte> file)
    {
        int width = 0, height = 0, channels = 0;
        using var packed = new MemoryStream();
        for (int at = SignatureLength; at + ChunkFrame <= file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (length < 0 || length > file.Length - at - ChunkFrame)
            {
                return null;
            }

            ReadOnlySpan<byte> type = file.Slice(at + 4, 4);
            ReadOnlySpan<byte> content = file.Slice(at + 8, length);
            if (type.SequenceEqual("IHDR"u8) && length == HeaderLength)
            {
                width = BinaryPrimitives.ReadInt32BigEndian(content);
                height = BinaryPrimitives.ReadInt32BigEndian(content[4..]);
                channels = content is [.., 8, 0, 0, 0, 0] ? 1 : content is [.., 8, 2, 0, 0, 0] ? 3 : content is [.., 8, 4, 0, 0, 0] ? 2
                    : content is [.., 8, 6, 0, 0, 0] ? 4 : 0;
            }
            else if (type.SequenceEqual("IDAT"u8))
            {
                packed.Write(content);
            }

            at += ChunkFrame + length;
        }

        return width < 1 || height < 1 || channels == 0 || (long)width * height > MaxPixels ? null : Unpack(packed, width, height, channels);
    }

    private static PngPixels? Unpack(MemoryStream packed, int width, int height, int channels)
    {
        packed.Position = 0;
        int stride = Stride(width, channels);
        byte[] rows = new byte[stride * height];
        try
        {
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            zlib.ReadExactly(rows);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return null;
        }

        byte[] above = new byte[stride];
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = rows.AsSpan(y * stride, stride);
            if (row[0] > 4)
            {
                return null;
            }

            Unfilter(row, y == 0 ? above : rows.AsSpan((y - 1) * stride, stride), channels);
        }

        return new PngPixels(rows, width, height, channels);
    }

    // Source: https://www.w3.org/TR/png-3/#9Filters
    private static void Unfilter(Span<byte> row, ReadOnlySpan<byte> above, int channels)
    {
        for (int i = 1; i < row.Length; i++)
        {
            byte left = i > channels ? row[i - channels] : (byte)0;
            byte corner = i > channels ? above[i - channels] : (byte)0;
            row[i] += row[0] switch
            {
                1 => left,
                2 => above[i],
                3 => (byte)((left + above[i]) / 2),
                4 => Nearest(left, above[i], corner),
                _ => 0,
            };
        }
    }

    private static byte Nearest(byte left, byte above, byte corner)
    {
        int guess = left + above - corner;
        int toLeft = Math.Abs(guess - left), toAbove = Math.Abs(guess - above), toCorner = Math.Abs(guess - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static int Stride(int width, int channels) => 1 + (width * channels);
}
