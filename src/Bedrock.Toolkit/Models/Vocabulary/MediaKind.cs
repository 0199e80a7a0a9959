namespace Bedrock.Toolkit;

/// <summary>What the first bytes of a file show.</summary>
internal enum MediaKind
{
    Unknown,
    Png,
    Jpeg,
    Gif,
    WebP,
    Pdf,
    Zip,
    Ole,
    Mp4,
    QuickTime,
    ThreeGp,
    Matroska,
    WebM,
    Flv,
    MpegVideo,
    Asf,
    Wav,
    Flac,
    Ogg,
    Mp3,
    Aac,
}
