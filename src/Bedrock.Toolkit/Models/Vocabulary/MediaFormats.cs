namespace Bedrock.Toolkit;

/// <summary>Tells what a file is by its first bytes. Stateless and thread-safe.</summary>
internal static class MediaFormats
{
    // The document type of Matroska stands in the first element; a longer header is not worth more.
    private const int MaxMatroskaHeader = 64;

    public static MediaKind Detect(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => MediaKind.Png,
        [0xFF, 0xD8, 0xFF, ..] => MediaKind.Jpeg,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => MediaKind.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => MediaKind.WebP,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => MediaKind.Wav,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => MediaKind.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] => MediaKind.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => MediaKind.Ole,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] => OfBrand(brand),
        [0x1A, 0x45, 0xDF, 0xA3, .. var header] => header[..Math.Min(header.Length, MaxMatroskaHeader)].IndexOf("webm"u8) >= 0 ? MediaKind.WebM
            : MediaKind.Matroska,
        [(byte)'F', (byte)'L', (byte)'V', ..] => MediaKind.Flv,
        [0, 0, 1, 0xBA or 0xB3, ..] => MediaKind.MpegVideo,
        [0x30, 0x26, 0xB2, 0x75, ..] => MediaKind.Asf,
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => MediaKind.Flac,
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => MediaKind.Ogg,
        [(byte)'I', (byte)'D', (byte)'3', ..] => MediaKind.Mp3,
        [0xFF, 0xF1 or 0xF9, ..] => MediaKind.Aac,
        [0xFF, 0xFB or 0xF3 or 0xF2 or 0xFA, ..] => MediaKind.Mp3,
        _ => MediaKind.Unknown,
    };

    private static MediaKind OfBrand(ReadOnlySpan<byte> brand)
    {
        if (brand.StartsWith("qt  "u8))
        {
            return MediaKind.QuickTime;
        }

        return brand.StartsWith("3g"u8) ? MediaKind.ThreeGp : MediaKind.Mp4;
    }
}
