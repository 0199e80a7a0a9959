namespace Bedrock.Toolkit.Converse;

/// <summary>Blocks of bytes, with the format that bytes and file name show. Stateless and thread-safe.</summary>
internal static class MediaBlocks
{
    public static ContentBlock FromBytes(ReadOnlyMemory<byte> bytes, string fileName)
    {
        if (bytes.IsEmpty)
        {
            throw new ArgumentException("There are no bytes.", nameof(bytes));
        }

        string extension = MediaNames.ExtensionOf(fileName);
        MediaKind shown = MediaFormats.Detect(bytes.Span);
        bool Is(MediaClass what) => MediaNames.Of(what, shown, extension) is not null;
        if (Is(MediaClass.Image))
        {
            return Image(bytes);
        }

        if (Is(MediaClass.Document))
        {
            return Document(bytes, fileName);
        }

        return Is(MediaClass.Video) && extension is not ("m4a" or "mka")
            ? Video(bytes, fileName: fileName)
            : Audio(bytes, fileName: fileName);
    }

    public static ImageBlock Image(ReadOnlyMemory<byte> bytes, ImageFormat? declared = null) => new()
    {
        Format = new ImageFormat(MediaNames.Choose(MediaClass.Image, bytes.Span, declared?.Value)),
        Source = new ImageBytesSource(bytes),
    };

    public static DocumentBlock Document(ReadOnlyMemory<byte> bytes, string fileName, DocumentFormat? declared = null)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return new DocumentBlock
        {
            Format = new DocumentFormat(MediaNames.Choose(MediaClass.Document, bytes.Span, declared?.Value, fileName)),
            Name = DocumentNames.Sanitise(Path.GetFileNameWithoutExtension(fileName)),
            Source = new DocumentBytesSource(bytes),
        };
    }

    public static VideoBlock Video(ReadOnlyMemory<byte> bytes, VideoFormat? declared = null, string? fileName = null) => new()
    {
        Format = new VideoFormat(MediaNames.Choose(MediaClass.Video, bytes.Span, declared?.Value, fileName)),
        Source = new VideoBytesSource(bytes),
    };

    public static AudioBlock Audio(ReadOnlyMemory<byte> bytes, AudioFormat? declared = null, string? fileName = null) => new()
    {
        Format = new AudioFormat(MediaNames.Choose(MediaClass.Audio, bytes.Span, declared?.Value, fileName)),
        Source = new AudioBytesSource(bytes),
    };

    public static S3Location InS3(string uri, string? bucketOwner)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(uri);
        return new S3Location { Uri = uri, BucketOwner = bucketOwner };
    }

    /// <summary>The bytes of a file.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
    }
}

public sealed partial class ImageBlock
{
    /// <summary>An image from its bytes.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <param name="format">The format; read from the bytes when null.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, of no format that Converse takes, or of another one than
    /// <paramref name="format"/> says.</exception>
    public static ImageBlock FromBytes(ReadOnlyMemory<byte> bytes, ImageFormat? format = null) => MediaBlocks.Image(bytes, format);

    /// <summary>An image in S3.</summary>
    /// <param name="uri">The address, such as <c>s3://bucket/photo.png</c>.</param>
    /// <param name="format">The format; read from the ending of the address when null.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The address is blank, or its ending is unknown and there is no format.</exception>
    public static ImageBlock FromS3(string uri, ImageFormat? format = null, string? bucketOwner = null) => new()
    {
        Source = new ImageS3Source(MediaBlocks.InS3(uri, bucketOwner)),
        Format = new ImageFormat(MediaNames.ChooseByName(MediaClass.Image, uri, format?.Value)),
    };

    /// <summary>An image from a file: its bytes, and the format that they show.</summary>
    /// <param name="path">The file, such as <c>photo.png</c>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no format that Converse takes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ImageBlock> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        MediaBlocks.Image(await MediaBlocks.ReadAsync(path, cancellationToken).ConfigureAwait(false));
}

public abstract partial class ImageSource
{
    /// <summary>Bytes of an image.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    public static implicit operator ImageSource(ReadOnlyMemory<byte> bytes) => new ImageBytesSource(bytes);

    /// <summary>Bytes of an image.</summary>
    /// <param name="bytes">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(bytes))]
    public static implicit operator ImageSource?(byte[]? bytes) => bytes is null ? null : new ImageBytesSource(bytes);

    /// <summary>The object of an image in S3.</summary>
    /// <param name="s3Location">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(s3Location))]
    public static implicit operator ImageSource?(S3Location? s3Location) => s3Location is null ? null : new ImageS3Source(s3Location);
}

public sealed partial class DocumentBlock
{
    /// <summary>A document whose format its bytes or its file name show.</summary>
    /// <param name="fileName">The file name, or another name; without extension and sanitised it is the document's name.</param>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, or neither bytes nor name show a format that Converse takes.</exception>
    public static DocumentBlock FromBytes(string fileName, ReadOnlyMemory<byte> bytes) => MediaBlocks.Document(bytes, fileName);

    /// <summary>A document from its bytes.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <param name="name">The document's name, by which the model speaks of it; sanitised.</param>
    /// <param name="format">The format; read from the bytes when null. Texts and Office files do not show theirs.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, of no format that they show, or of another one than <paramref name="format"/> says.</exception>
    public static DocumentBlock FromBytes(ReadOnlyMemory<byte> bytes, string name = "document", DocumentFormat? format = null) =>
        MediaBlocks.Document(bytes, name, format);

    /// <summary>A document in S3.</summary>
    /// <param name="uri">The address, such as <c>s3://bucket/report.pdf</c>; its last part without extension, sanitised, is the document's name.</param>
    /// <param name="format">The format; read from the ending of the address when null.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The address is blank, or its ending is unknown and there is no format.</exception>
    public static DocumentBlock FromS3(string uri, DocumentFormat? format = null, string? bucketOwner = null) => new()
    {
        Source = new DocumentS3Source(MediaBlocks.InS3(uri, bucketOwner)),
        Format = new DocumentFormat(MediaNames.ChooseByName(MediaClass.Document, uri, format?.Value)),
        Name = DocumentNames.Sanitise(Path.GetFileNameWithoutExtension(uri)),
    };

    /// <summary>A document that is a text, for models that can cite it.</summary>
    /// <param name="name">The document's name; sanitised.</param>
    /// <param name="text">The text.</param>
    /// <returns>The block.</returns>
    public static DocumentBlock FromText(string name, string text) => new() { Name = DocumentNames.Sanitise(name), Source = new DocumentTextSource(text) };

    /// <summary>A document from a file: its bytes, and the format that they or the file name show.</summary>
    /// <param name="path">The file, such as <c>report.pdf</c>; its name without extension, sanitised, is the document's name.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no format that Converse takes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<DocumentBlock> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        MediaBlocks.Document(await MediaBlocks.ReadAsync(path, cancellationToken).ConfigureAwait(false), path);
}

public abstract partial class DocumentSource
{
    /// <summary>Bytes of a document.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    public static implicit operator DocumentSource(ReadOnlyMemory<byte> bytes) => new DocumentBytesSource(bytes);

    /// <summary>Bytes of a document.</summary>
    /// <param name="bytes">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(bytes))]
    public static implicit operator DocumentSource?(byte[]? bytes) => bytes is null ? null : new DocumentBytesSource(bytes);

    /// <summary>The object of a document in S3.</summary>
    /// <param name="s3Location">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(s3Location))]
    public static implicit operator DocumentSource?(S3Location? s3Location) => s3Location is null ? null : new DocumentS3Source(s3Location);
}

public abstract partial class DocumentContentBlock
{
    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator DocumentContentBlock?(string? text) => text is null ? null : new DocumentTextContent(text);
}

public sealed partial class VideoBlock
{
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

public abstract partial class VideoSource
{
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

public sealed partial class AudioBlock
{
    /// <summary>A sound from its bytes.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <param name="format">The format; read from the bytes when null.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, of no format that Converse takes, or of another one than
    /// <paramref name="format"/> says.</exception>
    public static AudioBlock FromBytes(ReadOnlyMemory<byte> bytes, AudioFormat? format = null) => MediaBlocks.Audio(bytes, format);

    /// <summary>A sound in S3.</summary>
    /// <param name="uri">The address, such as <c>s3://bucket/voice.mp3</c>.</param>
    /// <param name="format">The format; read from the ending of the address when null.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The address is blank, or its ending is unknown and there is no format.</exception>
    public static AudioBlock FromS3(string uri, AudioFormat? format = null, string? bucketOwner = null) => new()
    {
        Source = new AudioS3Source(MediaBlocks.InS3(uri, bucketOwner)),
        Format = new AudioFormat(MediaNames.ChooseByName(MediaClass.Audio, uri, format?.Value)),
    };

    /// <summary>A sound from a file: its bytes, and the format that they show.</summary>
    /// <param name="path">The file, such as <c>voice.mp3</c>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no format that Converse takes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<AudioBlock> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        MediaBlocks.Audio(await MediaBlocks.ReadAsync(path, cancellationToken).ConfigureAwait(false), fileName: path);
}

public abstract partial class AudioSource
{
    /// <summary>Bytes of a sound.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    public static implicit operator AudioSource(ReadOnlyMemory<byte> bytes) => new AudioBytesSource(bytes);

    /// <summary>Bytes of a sound.</summary>
    /// <param name="bytes">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(bytes))]
    public static implicit operator AudioSource?(byte[]? bytes) => bytes is null ? null : new AudioBytesSource(bytes);

    /// <summary>The object of a sound in S3.</summary>
    /// <param name="s3Location">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(s3Location))]
    public static implicit operator AudioSource?(S3Location? s3Location) => s3Location is null ? null : new AudioS3Source(s3Location);
}
