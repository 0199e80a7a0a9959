namespace Bedrock.Toolkit;

/// <summary>Tells image formats by how their files begin.</summary>
internal static class ImageSignature
{
    /// <summary>The format of a file: <c>png</c>, <c>jpeg</c>, <c>gif</c> or <c>webp</c>; null when it is none of them.</summary>
    public static string? FormatOf(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(Png))
        {
            return "png";
        }

        if (file.StartsWith(Jpeg))
        {
            return "jpeg";
        }

        if (file.StartsWith("GIF8"u8))
        {
            return "gif";
        }

        return file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8) ? "webp" : null;
    }

    /// <summary>The media type of a format.</summary>
    public static string MediaTypeOf(string format) => "image/" + format;

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];
}
