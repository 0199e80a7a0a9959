using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Models;

/// <summary>A sound; only for Nova 2 Omni, which is a preview.</summary>
public sealed partial class NovaAudioBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaAudioBlock() { }

    /// <summary>An sound.</summary>
    /// <param name="format">Such as <c>wav</c>.</param>
    /// <param name="source">Where the bytes are.</param>
    public NovaAudioBlock(NovaAudioFormat format, NovaMediaSource source) => Audio = new NovaAudio { Format = format, Source = source };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("audio"), JsonConverter(typeof(NovaObjectConverter<NovaAudio>))]
    public NovaAudio? Audio { get; set; }

    /// <summary>A sound from its bytes.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <param name="format">The format; read from the bytes when null.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes show no format, or another one than <paramref name="format"/> says.</exception>
    public static NovaAudioBlock FromBytes(ReadOnlyMemory<byte> bytes, NovaAudioFormat? format = null) =>
        new(MediaNames.Choose(MediaClass.Audio, bytes.Span, format?.Value), NovaMediaSource.FromBytes(bytes));

    /// <summary>A sound from a file.</summary>
    /// <param name="path">The file, such as <c>voice.wav</c>; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no known format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<NovaAudioBlock> FromFileAsync(string path, CancellationToken cancellationToken = default)
    {
        byte[] bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        return new(MediaNames.Choose(MediaClass.Audio, bytes, null, path), NovaMediaSource.FromBytes(bytes));
    }

    /// <summary>A sound in S3.</summary>
    /// <param name="uri"><c>s3://bucket/voice.wav</c>.</param>
    /// <param name="format">The format; read from the ending of the address when null.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The ending of the address is unknown and there is no format.</exception>
    public static NovaAudioBlock FromS3(string uri, NovaAudioFormat? format = null, string? bucketOwner = null) =>
        new(MediaNames.ChooseByName(MediaClass.Audio, uri, format?.Value), NovaMediaSource.FromS3(uri, bucketOwner));
}

/// <summary>A document.</summary>
/// <remarks>AWS says that InvokeModel takes everything that Converse takes, except document blocks: the service refuses it today.</remarks>
public sealed partial class NovaDocumentBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaDocumentBlock() { }

    /// <summary>A document.</summary>
    /// <param name="format">Such as <c>pdf</c>.</param>
    /// <param name="name">The name by which the model knows it.</param>
    /// <param name="source">Where the bytes are.</param>
    public NovaDocumentBlock(NovaDocumentFormat format, string name, NovaMediaSource source) =>
        Document = new NovaDocument { Format = format, Name = name, Source = source };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("document"), JsonConverter(typeof(NovaObjectConverter<NovaDocument>))]
    public NovaDocument? Document { get; set; }

    /// <summary>A document from its bytes.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <param name="name">The document's name, by which the model speaks of it.</param>
    /// <param name="format">The format; read from the bytes when null. Texts and Office files do not show theirs.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes show no format, or another one than <paramref name="format"/> says.</exception>
    public static NovaDocumentBlock FromBytes(ReadOnlyMemory<byte> bytes, string name = "document", NovaDocumentFormat? format = null) =>
        new(MediaNames.Choose(MediaClass.Document, bytes.Span, format?.Value, name), name, NovaMediaSource.FromBytes(bytes));

    /// <summary>A document from a file; its name without extension is the document's name.</summary>
    /// <param name="path">The file, such as <c>report.pdf</c>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no known format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<NovaDocumentBlock> FromFileAsync(string path, CancellationToken cancellationToken = default)
    {
        byte[] bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        string format = MediaNames.Choose(MediaClass.Document, bytes, null, path);
        return new(format, DocumentNames.Sanitise(Path.GetFileNameWithoutExtension(path)), NovaMediaSource.FromBytes(bytes));
    }
}

/// <summary>An image.</summary>
public sealed partial class NovaImageBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaImageBlock() { }

    /// <summary>An image.</summary>
    /// <param name="format">Such as <c>png</c>.</param>
    /// <param name="source">Where the bytes are.</param>
    public NovaImageBlock(NovaImageFormat format, NovaMediaSource source) => Image = new NovaImage { Format = format, Source = source };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("image"), JsonConverter(typeof(NovaObjectConverter<NovaImage>))]
    public NovaImage? Image { get; set; }

    /// <summary>An image from its bytes.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <param name="format">The format; read from the bytes when null.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes show no format, or another one than <paramref name="format"/> says.</exception>
    public static NovaImageBlock FromBytes(ReadOnlyMemory<byte> bytes, NovaImageFormat? format = null) =>
        new(MediaNames.Choose(MediaClass.Image, bytes.Span, format?.Value), NovaMediaSource.FromBytes(bytes));

    /// <summary>An image from a file.</summary>
    /// <param name="path">The file, such as <c>photo.png</c>; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no known format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<NovaImageBlock> FromFileAsync(string path, CancellationToken cancellationToken = default)
    {
        byte[] bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        return new(MediaNames.Choose(MediaClass.Image, bytes, null, path), NovaMediaSource.FromBytes(bytes));
    }

    /// <summary>An image in S3.</summary>
    /// <param name="uri"><c>s3://bucket/photo.png</c>.</param>
    /// <param name="format">The format; read from the ending of the address when null.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The ending of the address is unknown and there is no format.</exception>
    public static NovaImageBlock FromS3(string uri, NovaImageFormat? format = null, string? bucketOwner = null) =>
        new(MediaNames.ChooseByName(MediaClass.Image, uri, format?.Value), NovaMediaSource.FromS3(uri, bucketOwner));
}

/// <summary>A video; AWS documents one a request.</summary>
public sealed partial class NovaVideoBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaVideoBlock() { }

    /// <summary>A video.</summary>
    /// <param name="format">Such as <c>mp4</c>.</param>
    /// <param name="source">Where the bytes are.</param>
    public NovaVideoBlock(NovaVideoFormat format, NovaMediaSource source) => Video = new NovaVideo { Format = format, Source = source };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("video"), JsonConverter(typeof(NovaObjectConverter<NovaVideo>))]
    public NovaVideo? Video { get; set; }

    /// <summary>A video from its bytes.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <param name="format">The format; read from the bytes when null.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes show no format, or another one than <paramref name="format"/> says.</exception>
    public static NovaVideoBlock FromBytes(ReadOnlyMemory<byte> bytes, NovaVideoFormat? format = null) =>
        new(MediaNames.Choose(MediaClass.Video, bytes.Span, format?.Value), NovaMediaSource.FromBytes(bytes));

    /// <summary>A video from a file.</summary>
    /// <param name="path">The file, such as <c>film.mp4</c>; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no known format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<NovaVideoBlock> FromFileAsync(string path, CancellationToken cancellationToken = default)
    {
        byte[] bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        return new(MediaNames.Choose(MediaClass.Video, bytes, null, path), NovaMediaSource.FromBytes(bytes));
    }

    /// <summary>A video in S3.</summary>
    /// <param name="uri"><c>s3://bucket/film.mp4</c>.</param>
    /// <param name="format">The format; read from the ending of the address when null.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The ending of the address is unknown and there is no format.</exception>
    public static NovaVideoBlock FromS3(string uri, NovaVideoFormat? format = null, string? bucketOwner = null) =>
        new(MediaNames.ChooseByName(MediaClass.Video, uri, format?.Value), NovaMediaSource.FromS3(uri, bucketOwner));
}
