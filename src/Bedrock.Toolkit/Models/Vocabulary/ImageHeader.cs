using System.Buffers.Binary;

namespace Bedrock.Toolkit;

/// <summary>What the first bytes of an image file tell: its format and its size. Trusts no length in them.</summary>
internal readonly record struct ImageHeader(string? MediaType, ImageSize? Size)
{
    private const byte Marker = 0xFF;

    /// <summary><c>png</c>, <c>jpeg</c>, <c>webp</c> or <c>gif</c>; null when it is none of them.</summary>
    public string? Format => MediaType?["image/".Length..];

    public static ImageHeader Read(ReadOnlySpan<byte> bytes) => MediaFormats.Detect(bytes) switch
    {
        MediaKind.Png => new("image/png", PngSize(bytes)),
        MediaKind.Jpeg => new("image/jpeg", JpegSize(bytes)),
        MediaKind.WebP => new("image/webp", WebPSize(bytes)),
        MediaKind.Gif => new("image/gif", GifSize(bytes)),
        _ => default,
    };

    private static ImageSize? PngSize(ReadOnlySpan<byte> bytes) => bytes.Length >= 24 && bytes[12..16].SequenceEqual("IHDR"u8)
        ? Positive(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
        : null;

    private static ImageSize? GifSize(ReadOnlySpan<byte> bytes) => bytes.Length >= 10
        ? Positive(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]))
        : null;

    private static ImageSize? WebPSize(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30)
        {
            return null;
        }

        ReadOnlySpan<byte> chunk = bytes[20..];
        return bytes[12..16] switch
        {
            // Extended: 24 bits each, less one.
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => new ImageSize(Int24(chunk[4..]) + 1, Int24(chunk[7..]) + 1),

            // Lossless: 14 bits each, less one, after the signature byte.
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] when chunk[0] == 0x2F => LosslessSize(BinaryPrimitives.ReadUInt32LittleEndian(chunk[1..])),

            // Lossy: 14 bits each, after the frame tag and the start code.
            [(byte)'V', (byte)'P', (byte)'8', (byte)' '] => Positive(
                BinaryPrimitives.ReadUInt16LittleEndian(chunk[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(chunk[8..]) & 0x3FFF),
            _ => null,
        };
    }

    private static ImageSize LosslessSize(uint bits) => new((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);

    // Walks from segment to segment to the start of frame, which has the size.
    private static ImageSize? JpegSize(ReadOnlySpan<byte> bytes)
    {
        int at = 2;
        while (at + 9 <= bytes.Length && bytes[at] == Marker)
        {
            byte kind = bytes[at + 1];
            if (kind == Marker)
            {
                at++;
                continue;
            }

            if (IsStartOfFrame(kind))
            {
                return Positive(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    // C0 to CF are the frames, but for the tables C4 and CC and the reserved C8.
    private static bool IsStartOfFrame(byte kind) => kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static ImageSize? Positive(int width, int height) => width > 0 && height > 0 ? new ImageSize(width, height) : null;
}
