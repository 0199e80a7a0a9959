namespace Bedrock.Toolkit.Converse;

/// <summary>Makes blocks from bytes, with the format that they show. Stateless and thread-safe.</summary>
internal static class MediaBlocks
{
    public static ContentBlock FromBytes(ReadOnlyMemory<byte> bytes, string fileName)
    {
        CheckNotEmpty(bytes);
        string extension = ExtensionOf(fileName);
        MediaKind shown = MediaFormats.Detect(bytes.Span);
        if (ImageFormatOf(shown) is not null)
        {
            return Image(bytes, null);
        }

        if (DocumentFormatOf(shown, extension) is not null)
        {
            return Document(bytes, fileName);
        }

        if (VideoFormatOf(shown, extension) is not null && AudioOnly(extension) is null)
        {
            return Video(bytes, fileName);
        }

        return AudioFormatOf(shown, extension) is not null
            ? Audio(bytes, fileName)
            : throw Unknown("image, document, video or sound", extension);
    }

    public static ImageBlock Image(ReadOnlyMemory<byte> bytes, string? fileName)
    {
        CheckNotEmpty(bytes);
        ImageFormat format = ImageFormatOf(MediaFormats.Detect(bytes.Span)) ?? throw Unknown("image", ExtensionOf(fileName));
        return new ImageBlock { Format = format, Source = new ImageBytesSource(bytes) };
    }

    public static DocumentBlock Document(ReadOnlyMemory<byte> bytes, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        CheckNotEmpty(bytes);
        string extension = ExtensionOf(fileName);
        DocumentFormat format = DocumentFormatOf(MediaFormats.Detect(bytes.Span), extension) ?? throw Unknown("document", extension);
        return new DocumentBlock
        {
            Format = format,
            Name = DocumentNames.Sanitise(Path.GetFileNameWithoutExtension(fileName)),
            Source = new DocumentBytesSource(bytes),
        };
    }

    public static VideoBlock Video(ReadOnlyMemory<byte> bytes, string? fileName)
    {
        CheckNotEmpty(bytes);
        string extension = ExtensionOf(fileName);
        VideoFormat format = VideoFormatOf(MediaFormats.Detect(bytes.Span), extension) ?? throw Unknown("video", extension);
        return new VideoBlock { Format = format, Source = new VideoBytesSource(bytes) };
    }

    public static AudioBlock Audio(ReadOnlyMemory<byte> bytes, string? fileName)
    {
        CheckNotEmpty(bytes);
        string extension = ExtensionOf(fileName);
        AudioFormat format = AudioFormatOf(MediaFormats.Detect(bytes.Span), extension) ?? throw Unknown("sound", extension);
        return new AudioBlock { Format = format, Source = new AudioBytesSource(bytes) };
    }

    private static ImageFormat? ImageFormatOf(MediaKind shown) => shown switch
    {
        MediaKind.Png => ImageFormat.Png,
        MediaKind.Jpeg => ImageFormat.Jpeg,
        MediaKind.Gif => ImageFormat.Gif,
        MediaKind.WebP => ImageFormat.WebP,
        _ => default(ImageFormat?),
    };

    // Office files are ZIP archives or OLE containers: only the name tells which; texts show nothing at all.
    private static DocumentFormat? DocumentFormatOf(MediaKind shown, string extension) => (shown, extension) switch
    {
        (MediaKind.Pdf, _) => DocumentFormat.Pdf,
        (MediaKind.Zip, "docx") => DocumentFormat.Docx,
        (MediaKind.Zip, "xlsx") => DocumentFormat.Xlsx,
        (MediaKind.Ole, "doc") => DocumentFormat.Doc,
        (MediaKind.Ole, "xls") => DocumentFormat.Xls,
        (MediaKind.Unknown, "csv") => DocumentFormat.Csv,
        (MediaKind.Unknown, "html" or "htm") => DocumentFormat.Html,
        (MediaKind.Unknown, "md" or "markdown") => DocumentFormat.Md,
        (MediaKind.Unknown, "txt" or "text" or "log") => DocumentFormat.Txt,
        _ => default(DocumentFormat?),
    };

    private static VideoFormat? VideoFormatOf(MediaKind shown, string extension) => (shown, extension) switch
    {
        (MediaKind.QuickTime, _) => VideoFormat.Mov,
        (MediaKind.ThreeGp, _) => VideoFormat.ThreeGp,
        (MediaKind.Mp4, _) => VideoFormat.Mp4,
        (MediaKind.Matroska, "webm") => VideoFormat.WebM,
        (MediaKind.Matroska, _) => VideoFormat.Mkv,
        (MediaKind.WebM, _) => VideoFormat.WebM,
        (MediaKind.Flv, _) => VideoFormat.Flv,
        (MediaKind.MpegVideo, "mpg") => VideoFormat.Mpg,
        (MediaKind.MpegVideo, _) => VideoFormat.Mpeg,
        (MediaKind.Asf, _) => VideoFormat.Wmv,
        _ => default(VideoFormat?),
    };

    private static AudioFormat? AudioFormatOf(MediaKind shown, string extension) => (shown, extension) switch
    {
        (MediaKind.Wav, _) => AudioFormat.Wav,
        (MediaKind.Flac, _) => AudioFormat.Flac,
        (MediaKind.Ogg, "opus") => AudioFormat.Opus,
        (MediaKind.Ogg, _) => AudioFormat.Ogg,
        (MediaKind.Mp3, "mpga") => AudioFormat.Mpga,
        (MediaKind.Mp3, "mpeg") => AudioFormat.Mpeg,
        (MediaKind.Mp3, _) => AudioFormat.Mp3,
        (MediaKind.Aac, _) => AudioFormat.Aac,
        (MediaKind.Mp4, "m4a") => AudioFormat.M4a,
        (MediaKind.Mp4, _) => AudioFormat.Mp4,
        (MediaKind.Matroska, "mka") => AudioFormat.Mka,
        (MediaKind.Matroska, _) => AudioFormat.Mkv,
        (MediaKind.WebM, _) => AudioFormat.WebM,
        (MediaKind.Unknown, "pcm") => AudioFormat.Pcm,
        _ => default(AudioFormat?),
    };

    private static string? AudioOnly(string extension) => extension is "m4a" or "mka" ? extension : null;

    private static string ExtensionOf(string? fileName) => Path.GetExtension(fileName ?? string.Empty).TrimStart('.').ToLowerInvariant();

    private static void CheckNotEmpty(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            throw new ArgumentException("There are no bytes.", nameof(bytes));
        }
    }

    private static ArgumentException Unknown(string what, string extension) => new(
        $"The bytes{(extension.Length == 0 ? string.Empty : $" with the file name extension '{extension}'")} show no format that Converse takes for this ({what}): set Format and Source by hand.",
        "bytes");
}
