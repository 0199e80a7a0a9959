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
