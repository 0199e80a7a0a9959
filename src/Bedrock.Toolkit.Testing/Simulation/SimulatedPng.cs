using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Makes a PNG that opens: soft shapes whose colours and places are a function of the prompt and the seed.</summary>
internal static class SimulatedPng
{
    private const int MaxPixels = 4096 * 4096;
    private const int Shapes = 6;

    /// <summary>Draws the image of a prompt, over the image that it changes.</summary>
    public static byte[] Draw(string prompt, long seed, int width, int height, SimulatedSource? source = null)
    {
        if (width < 1 || height < 1 || (long)width * height > MaxPixels)
        {
            throw ServiceFailure.Malformed($"#: an image of {width}x{height} pixels is not possible");
        }

        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{prompt}"));
        byte[] pixels = new byte[height * (1 + (width * 3))];
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = pixels.AsSpan(y * (1 + (width * 3)), 1 + (width * 3));
            DrawRow(row, hash, y / (double)height, width);
            for (int x = 0; source is not null && x < width; x++)
            {
                source.Cover(row.Slice(1 + (x * 3), 3), x, y, width, height);
            }
        }

        return File(pixels, width, height, colorType: 2);
    }

    /// <summary>A mask of one size: a white ellipse on black.</summary>
    public static byte[] DrawMask(int width, int height)
    {
        byte[] pixels = new byte[height * (1 + width)];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                double dx = (x / (double)width) - 0.5;
                double dy = (y / (double)height) - 0.5;
                pixels[(y * (1 + width)) + 1 + x] = (dx * dx) + (dy * dy) < 0.09 ? byte.MaxValue : byte.MinValue;
            }
        }

        return File(pixels, width, height, colorType: 0);
    }

    private static void DrawRow(Span<byte> row, byte[] hash, double y, int width)
    {
        for (int x = 0; x < width; x++)
        {
            double u = x / (double)width;
            double red = hash[0] * (1 - y), green = hash[1] * (1 - (y / 2)), blue = hash[2] * (0.4 + (y / 2));
            for (int shape = 0; shape < Shapes; shape++)
            {
                ReadOnlySpan<byte> part = hash.AsSpan(2 + (shape * 5), 5);
                double dx = u - (part[0] / 255.0), dy = y - (part[1] / 255.0);
                double weight = Math.Clamp(1 - (((dx * dx) + (dy * dy)) / 0.04), 0, 1);
                red += (part[2] - red) * weight;
                green += (part[3] - green) * weight;
                blue += (part[4] - blue) * weight;
            }

            row[1 + (x * 3)] = (byte)red;
            row[2 + (x * 3)] = (byte)green;
            row[3 + (x * 3)] = (byte)blue;
        }
    }

    // Each row begins with its filter, 0.
    private static byte[] File(byte[] rows, int width, int height, byte colorType)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = colorType;
        WriteChunk(file, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        WriteChunk(file, "IDAT"u8, packed.ToArray());
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        var checksum = new System.IO.Hashing.Crc32();
        checksum.Append(type);
        checksum.Append(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, checksum.GetCurrentHashAsUInt32());
        file.Write(number);
    }
}
