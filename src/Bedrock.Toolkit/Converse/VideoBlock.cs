using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A video.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoBlock.html</remarks>
public sealed partial class VideoBlock : BedrockObject
{
    /// <summary>The format.</summary>
    /// <value>Must be set in a request.</value>
    [JsonPropertyName("format"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public VideoFormat Format { get; set; }

    /// <summary>Where the video is.</summary>
    /// <value>Must be set in a request; omitted when null.</value>
    [JsonPropertyName("source")]
    public VideoSource? Source { get; set; }

    /// <summary>A video from its bytes.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <param name="format">The format; read from the bytes when null.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, of no format that Converse takes, or of another one than
    /// <paramref name="format"/> says.</exception>
    public static VideoBlock FromBytes(ReadOnlyMemory<byte> bytes, VideoFormat? format = null) => MediaBlocks.Video(bytes, format);

    /// <summary>A video in S3.</summary>
    /// <param name="uri">The address, such as <c>s3://bucket/film.mp4</c>.</param>
    /// <param name="format">The format; read from the ending of the address when null.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The address is blank, or its ending is unknown and there is no format.</exception>
    public static VideoBlock FromS3(string uri, VideoFormat? format = null, string? bucketOwner = null) => new()
    {
        Source = new VideoS3Source(MediaBlocks.InS3(uri, bucketOwner)),
        Format = new VideoFormat(MediaNames.ChooseByName(MediaClass.Video, uri, format?.Value)),
    };

    /// <summary>A video from a file: its bytes, and the format that they show.</summary>
    /// <param name="path">The file, such as <c>film.mp4</c>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no format that Converse takes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<VideoBlock> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        MediaBlocks.Video(await MediaBlocks.ReadAsync(path, cancellationToken).ConfigureAwait(false), fileName: path);
}

/// <summary>Where a video is: a closed set, with <see cref="UnknownVideoSource"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoSource.html</remarks>
[JsonConverter(typeof(VideoSourceConverter))]
public abstract partial class VideoSource : BedrockObject
{
    private protected VideoSource() { }

    /// <summary>Bytes of a video.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    public static implicit operator VideoSource(ReadOnlyMemory<byte> bytes) => new VideoBytesSource(bytes);

    /// <summary>Bytes of a video.</summary>
    /// <param name="bytes">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(bytes))]
    public static implicit operator VideoSource?(byte[]? bytes) => bytes is null ? null : new VideoBytesSource(bytes);

    /// <summary>The object of a video in S3.</summary>
    /// <param name="s3Location">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(s3Location))]
    public static implicit operator VideoSource?(S3Location? s3Location) => s3Location is null ? null : new VideoS3Source(s3Location);
}

/// <summary>A video in the request itself.</summary>
public sealed partial class VideoBytesSource : VideoSource
{
    /// <summary>One without content.</summary>
    public VideoBytesSource() { }

    /// <summary>A video in the request itself.</summary>
    /// <param name="bytes">The bytes.</param>
    public VideoBytesSource(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>The bytes.</summary>
    /// <value>At least 1 byte. Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("bytes")]
    public ReadOnlyMemory<byte> Bytes { get; set; }
}

/// <summary>A video in S3.</summary>
public sealed partial class VideoS3Source : VideoSource
{
    /// <summary>One without content.</summary>
    public VideoS3Source() { }

    /// <summary>A video in S3.</summary>
    /// <param name="s3Location">The object.</param>
    public VideoS3Source(S3Location s3Location) => S3Location = s3Location;

    /// <summary>The object.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location"), JsonConverter(typeof(ConverseObjectConverter<S3Location>))]
    public S3Location? S3Location { get; set; }
}

/// <summary>Where a video is, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownVideoSource : VideoSource, IRawVariant;

/// <summary>Reads and writes <see cref="VideoSource"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VideoSourceConverter() : SingleKeyUnionConverter<VideoSource>(
    ConverseJsonContext.Default, static raw => new UnknownVideoSource(raw),
    Case<VideoBytesSource>("bytes"),
    Case<VideoS3Source>("s3Location"));
