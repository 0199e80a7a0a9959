using Wire = Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Media types and the formats of Converse.</summary>
internal static class ChatMediaTypes
{
    private static readonly Dictionary<string, string> Images = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/png"] = "png", ["image/jpeg"] = "jpeg", ["image/jpg"] = "jpeg", ["image/gif"] = "gif", ["image/webp"] = "webp",
    };

    private static readonly Dictionary<string, string> Documents = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = "pdf", ["text/csv"] = "csv", ["application/msword"] = "doc",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = "docx", ["application/vnd.ms-excel"] = "xls",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "xlsx", ["text/html"] = "html", ["text/markdown"] = "md",
        ["text/plain"] = "txt", ["application/json"] = "txt", ["application/xml"] = "txt", ["application/yaml"] = "txt",
    };

    private static readonly Dictionary<string, string> Videos = new(StringComparer.OrdinalIgnoreCase)
    {
        ["video/mp4"] = "mp4", ["video/quicktime"] = "mov", ["video/x-matroska"] = "mkv", ["video/webm"] = "webm", ["video/x-flv"] = "flv",
        ["video/mpeg"] = "mpeg", ["video/x-ms-wmv"] = "wmv", ["video/3gpp"] = "three_gp",
    };

    private static readonly Dictionary<string, string> Sounds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["audio/mpeg"] = "mp3", ["audio/mp3"] = "mp3", ["audio/opus"] = "opus", ["audio/wav"] = "wav", ["audio/x-wav"] = "wav", ["audio/wave"] = "wav",
        ["audio/aac"] = "aac", ["audio/flac"] = "flac", ["audio/x-flac"] = "flac", ["audio/mp4"] = "mp4", ["audio/ogg"] = "ogg", ["audio/x-matroska"] = "mka",
        ["audio/x-aac"] = "x-aac", ["audio/m4a"] = "m4a", ["audio/x-m4a"] = "m4a", ["audio/pcm"] = "pcm", ["audio/l16"] = "pcm", ["audio/webm"] = "webm",
    };

    public static Wire.ImageFormat? Image(string mediaType) =>
        Find(Images, mediaType) is { } format ? new Wire.ImageFormat(format) : default(Wire.ImageFormat?);

    public static Wire.VideoFormat? Video(string mediaType) =>
        Find(Videos, mediaType) is { } format ? new Wire.VideoFormat(format) : default(Wire.VideoFormat?);

    public static Wire.AudioFormat? Sound(string mediaType) =>
        Find(Sounds, mediaType) is { } format ? new Wire.AudioFormat(format) : default(Wire.AudioFormat?);

    /// <summary>Texts that Converse has no format of its own for are plain texts.</summary>
    public static Wire.DocumentFormat? Document(string mediaType) => Find(Documents, mediaType) is { } format ? new Wire.DocumentFormat(format)
        : mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? Wire.DocumentFormat.Txt
        : default(Wire.DocumentFormat?);

    public static string Of(Wire.ImageFormat format) => Back(Images, format.Value) ?? $"image/{format}";

    public static string Of(Wire.VideoFormat format) => Back(Videos, format.Value) ?? $"video/{format}";

    public static string Of(Wire.AudioFormat format) => Back(Sounds, format.Value) ?? $"audio/{format}";

    public static string Of(Wire.DocumentFormat? format) => format is null ? "text/plain" : Back(Documents, format.Value.Value) ?? $"application/{format}";

    private static string? Find(Dictionary<string, string> formats, string mediaType)
    {
        int parameters = mediaType.IndexOf(';', StringComparison.Ordinal);
        return formats.GetValueOrDefault(parameters < 0 ? mediaType.Trim() : mediaType[..parameters].Trim());
    }

    private static string? Back(Dictionary<string, string> formats, string? format) =>
        format is null ? null : formats.FirstOrDefault(pair => pair.Value == format).Key;
}
