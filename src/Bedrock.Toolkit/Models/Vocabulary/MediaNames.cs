namespace Bedrock.Toolkit;

/// <summary>What a block takes.</summary>
internal enum MediaClass
{
    /// <summary>A picture.</summary>
    Image,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A sound.</summary>
    Audio,
}

/// <summary>The names that the service has for formats, found from the bytes of a file, or from its name where bytes show too little. Stateless and
/// thread-safe.</summary>
internal static class MediaNames
{
    /// <summary>The name of a format: what was declared, when the bytes do not contradict it, else what bytes and file name show.</summary>
    /// <param name="what">What the block takes.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="declared">What the caller says; null when nothing.</param>
    /// <param name="fileName">The file's name or address; null when unknown.</param>
    /// <param name="member">The member or parameter that the caller declares it in.</param>
    /// <exception cref="ArgumentException">Nothing shows the format, or the bytes are of another one than declared.</exception>
    public static string Choose(MediaClass what, ReadOnlySpan<byte> bytes, string? declared, string? fileName = null, string member = "format")
    {
        MediaKind shown = MediaFormats.Detect(bytes);
        if (declared is not null)
        {
            return shown == MediaKind.Unknown || Of(what, shown, declared.ToLowerInvariant()) is { } name && IsSame(name, declared)
                ? declared
                : throw new ArgumentException(
                    $"{member} is '{declared}', but the bytes are a {Of(what, shown, string.Empty) ?? shown.ToString()} file: leave {member} out, "
                    + "or declare what they are.",
                    member);
        }

        if (bytes.IsEmpty)
        {
            throw new ArgumentException("There are no bytes.", nameof(bytes));
        }

        return Of(what, shown, ExtensionOf(fileName)) ?? throw Unknown(what, ExtensionOf(fileName), member);
    }

    /// <summary>The media type of a file, found as <see cref="Choose"/> finds its format.</summary>
    /// <exception cref="ArgumentException">Nothing shows the format, or the bytes are of another one than declared.</exception>
    public static string ChooseMediaType(MediaClass what, ReadOnlySpan<byte> bytes, string? declared, string? fileName = null, string member = "mediaType")
    {
        if (declared is null)
        {
            return MediaTypeOf(what, Choose(what, bytes, null, fileName, member));
        }

        MediaKind shown = MediaFormats.Detect(bytes);
        string? found = Of(what, shown, ExtensionOf(fileName)) is { } name ? MediaTypeOf(what, name) : null;
        return shown == MediaKind.Unknown || IsSame(found ?? string.Empty, declared)
            ? declared
            : throw new ArgumentException(
                $"{member} is '{declared}', but the bytes are a {found ?? shown.ToString()} file: leave {member} out, or declare what they are.", member);
    }

    /// <summary>The name of a format of a file that is elsewhere: what was declared, else what its name says.</summary>
    /// <exception cref="ArgumentException">The name has no known ending.</exception>
    public static string ChooseByName(MediaClass what, string uri, string? declared, string member = "format")
    {
        if (declared is not null)
        {
            return declared;
        }

        string extension = ExtensionOf(uri);
        return Of(what, KindOf(extension), extension) ?? throw Unknown(what, extension, member);
    }

    /// <summary>The name of a format; null when the bytes are nothing that a block of this class takes.</summary>
    public static string? Of(MediaClass what, MediaKind shown, string extension) => what switch
    {
        MediaClass.Image => ImageOf(shown),
        MediaClass.Document => DocumentOf(shown, extension),
        MediaClass.Video => VideoOf(shown, extension),
        _ => AudioOf(shown, extension),
    };

    /// <summary>The ending of a file's name, in lower case and without its dot; empty when there is none.</summary>
    public static string ExtensionOf(string? fileName) => Path.GetExtension(fileName ?? string.Empty).TrimStart('.').ToLowerInvariant();

    private static string MediaTypeOf(MediaClass what, string name) => (what, name) switch
    {
        (MediaClass.Video, "mov") => "video/quicktime",
        (MediaClass.Video, "mkv") => "video/x-matroska",
        (MediaClass.Video, "flv") => "video/x-flv",
        (MediaClass.Video, "wmv") => "video/x-ms-wmv",
        (MediaClass.Video, "mpg") => "video/mpeg",
        (MediaClass.Video, "three_gp") => "video/3gpp",
        (MediaClass.Audio, "mp3" or "mpga") => "audio/mpeg",
        (MediaClass.Document, "txt") => "text/plain",
        (MediaClass.Document, "csv" or "html") => $"text/{name}",
        (MediaClass.Document, "md") => "text/markdown",
        (MediaClass.Document, "doc") => "application/msword",
        (MediaClass.Document, "xls") => "application/vnd.ms-excel",
        (MediaClass.Document, "docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (MediaClass.Document, "xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        (MediaClass.Document, _) => $"application/{name}",
        _ => $"{what.ToString().ToLowerInvariant()}/{name}",
    };

    private static bool IsSame(string name, string declared) => string.Equals(name, declared, StringComparison.OrdinalIgnoreCase);

    private static string? ImageOf(MediaKind shown) => shown switch
    {
        MediaKind.Png => "png",
        MediaKind.Jpeg => "jpeg",
        MediaKind.Gif => "gif",
        MediaKind.WebP => "webp",
        _ => null,
    };

    // Office files are ZIP archives or OLE containers: only the name tells which; texts show nothing at all.
    private static string? DocumentOf(MediaKind shown, string extension) => (shown, extension) switch
    {
        (MediaKind.Pdf, _) => "pdf",
        (MediaKind.Zip, "docx" or "xlsx") or (MediaKind.Ole, "doc" or "xls") or (MediaKind.Unknown, "csv" or "html" or "md" or "txt") => extension,
        (MediaKind.Unknown, "htm") => "html",
        (MediaKind.Unknown, "markdown") => "md",
        (MediaKind.Unknown, "text" or "log") => "txt",
        _ => null,
    };

    private static string? VideoOf(MediaKind shown, string extension) => (shown, extension) switch
    {
        (MediaKind.QuickTime, _) => "mov",
        (MediaKind.ThreeGp, _) => "three_gp",
        (MediaKind.Mp4, _) => "mp4",
        (MediaKind.Matroska, "webm") => "webm",
        (MediaKind.Matroska, _) => "mkv",
        (MediaKind.WebM, _) => "webm",
        (MediaKind.Flv, _) => "flv",
        (MediaKind.MpegVideo, "mpg") => "mpg",
        (MediaKind.MpegVideo, _) => "mpeg",
        (MediaKind.Asf, _) => "wmv",
        _ => null,
    };

    private static string? AudioOf(MediaKind shown, string extension) => (shown, extension) switch
    {
        (MediaKind.Wav, _) => "wav",
        (MediaKind.Flac, _) => "flac",
        (MediaKind.Ogg, "opus") => "opus",
        (MediaKind.Ogg, _) => "ogg",
        (MediaKind.Mp3, "mpga" or "mpeg") => extension,
        (MediaKind.Mp3, _) => "mp3",
        (MediaKind.Aac, _) => "aac",
        (MediaKind.Mp4, "m4a") => "m4a",
        (MediaKind.Mp4, _) => "mp4",
        (MediaKind.Matroska, "mka") => "mka",
        (MediaKind.Matroska, _) => "mkv",
        (MediaKind.WebM, _) => "webm",
        (MediaKind.Unknown, "pcm") => "pcm",
        _ => null,
    };

    private static MediaKind KindOf(string extension) => extension switch
    {
        "png" => MediaKind.Png,
        "jpg" or "jpeg" => MediaKind.Jpeg,
        "gif" => MediaKind.Gif,
        "webp" => MediaKind.WebP,
        "pdf" => MediaKind.Pdf,
        "docx" or "xlsx" => MediaKind.Zip,
        "doc" or "xls" => MediaKind.Ole,
        "mp4" or "m4v" or "m4a" => MediaKind.Mp4,
        "mov" or "qt" => MediaKind.QuickTime,
        "3gp" or "three_gp" => MediaKind.ThreeGp,
        "mkv" or "mka" => MediaKind.Matroska,
        "webm" => MediaKind.WebM,
        "flv" => MediaKind.Flv,
        "mpg" or "mpeg" => MediaKind.MpegVideo,
        "wmv" or "asf" => MediaKind.Asf,
        "wav" => MediaKind.Wav,
        "flac" => MediaKind.Flac,
        "ogg" or "opus" => MediaKind.Ogg,
        "mp3" or "mpga" => MediaKind.Mp3,
        "aac" => MediaKind.Aac,
        _ => MediaKind.Unknown,
    };

    private static ArgumentException Unknown(MediaClass what, string extension, string member) => new(
        $"The bytes{(extension.Length == 0 ? string.Empty : $" with the file name extension '{extension}'")} show no format that is taken here "
        + $"({what.ToString().ToLowerInvariant()}): declare {member}.",
        member);
}
