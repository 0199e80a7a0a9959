namespace Bedrock.Toolkit.Models;

/// <summary>The content of an audio block.</summary>
/// <remarks>Only for Nova 2 Omni, which is a preview.</remarks>
public sealed partial class NovaAudio : BedrockObject
{
    /// <summary>The file format.</summary>
    /// <value><c>mp3</c>, <c>opus</c>, <c>wav</c>, <c>aac</c>, <c>flac</c>, <c>mp4</c>, <c>ogg</c> or <c>mkv</c>; null only in what was read.</value>
    [JsonPropertyName("format")]
    public NovaAudioFormat? Format { get; set; }

    /// <summary>Where the bytes are.</summary>
    /// <value>Null only in what was read.</value>
    [JsonPropertyName("source"), JsonConverter(typeof(NovaObjectConverter<NovaMediaSource>))]
    public NovaMediaSource? Source { get; set; }
}

/// <summary>The content of a document block.</summary>
/// <remarks>AWS says that the Nova models take documents through Converse and not through InvokeModel; the shape is that of Converse.</remarks>
public sealed partial class NovaDocument : BedrockObject
{
    /// <summary>The file format.</summary>
    /// <value>Such as <c>pdf</c>; omitted when null.</value>
    [JsonPropertyName("format")]
    public NovaDocumentFormat? Format { get; set; }

    /// <summary>The name by which the model knows the document.</summary>
    /// <value>Letters, digits, single spaces, hyphens, parentheses and brackets; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Where the bytes are.</summary>
    /// <value>Null only in what was read.</value>
    [JsonPropertyName("source"), JsonConverter(typeof(NovaObjectConverter<NovaMediaSource>))]
    public NovaMediaSource? Source { get; set; }
}

/// <summary>The content of a guard block.</summary>
public sealed partial class NovaGuardContent : BedrockObject
{
    /// <summary>A text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(NovaObjectConverter<NovaGuardText>))]
    public NovaGuardText? Text { get; set; }

    /// <summary>An image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image"), JsonConverter(typeof(NovaObjectConverter<NovaImage>))]
    public NovaImage? Image { get; set; }
}

/// <summary>A text that a guardrail looks at.</summary>
public sealed partial class NovaGuardText : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>As what the guardrail sees it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("qualifiers"), JsonConverter(typeof(NovaListConverter<NovaGuardQualifier>))]
    public IList<NovaGuardQualifier>? Qualifiers { get; set; }
}

/// <summary>The content of an image block.</summary>
public sealed partial class NovaImage : BedrockObject
{
    /// <summary>The file format.</summary>
    /// <value><c>jpeg</c>, <c>png</c>, <c>gif</c> or <c>webp</c>; null only in what was read.</value>
    [JsonPropertyName("format")]
    public NovaImageFormat? Format { get; set; }

    /// <summary>Where the bytes are.</summary>
    /// <value>Null only in what was read.</value>
    [JsonPropertyName("source"), JsonConverter(typeof(NovaObjectConverter<NovaMediaSource>))]
    public NovaMediaSource? Source { get; set; }
}

/// <summary>The content of a video block.</summary>
public sealed partial class NovaVideo : BedrockObject
{
    /// <summary>The file format.</summary>
    /// <value><c>mp4</c>, <c>mov</c>, <c>mkv</c>, <c>webm</c>, <c>three_gp</c>, <c>flv</c>, <c>mpeg</c>, <c>mpg</c> or <c>wmv</c>; null only in what
    /// was read.</value>
    [JsonPropertyName("format")]
    public NovaVideoFormat? Format { get; set; }

    /// <summary>Where the bytes are.</summary>
    /// <value>Null only in what was read.</value>
    [JsonPropertyName("source"), JsonConverter(typeof(NovaObjectConverter<NovaMediaSource>))]
    public NovaMediaSource? Source { get; set; }
}

/// <summary>Where the bytes of an image, a video, a sound or a document are: one of both members.</summary>
public sealed partial class NovaMediaSource : BedrockObject
{
    /// <summary>The bytes, travelling in the request.</summary>
    /// <value>Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun. The whole body may
    /// have 25,000,000 bytes. Omitted when null.</value>
    [JsonPropertyName("bytes")]
    public ReadOnlyMemory<byte>? Bytes { get; set; }

    /// <summary>An object in S3.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location"), JsonConverter(typeof(NovaObjectConverter<NovaS3Location>))]
    public NovaS3Location? S3Location { get; set; }

    /// <summary>Bytes that travel in the request.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <returns>The source.</returns>
    public static NovaMediaSource FromBytes(ReadOnlyMemory<byte> bytes) => new() { Bytes = bytes };

    /// <summary>Content of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The source.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<NovaMediaSource> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>An object in S3.</summary>
    /// <param name="uri"><c>s3://bucket/key</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The source.</returns>
    public static NovaMediaSource FromS3(string uri, string? bucketOwner = null) => new() { S3Location = new NovaS3Location(uri, bucketOwner) };
}

/// <summary>An object in S3 that the service reads itself.</summary>
public sealed partial class NovaS3Location : BedrockObject
{
    /// <summary>A location without an address.</summary>
    public NovaS3Location() { }

    /// <summary>A location.</summary>
    /// <param name="uri"><c>s3://bucket/key</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    public NovaS3Location(string uri, string? bucketOwner = null)
    {
        Uri = uri;
        BucketOwner = bucketOwner;
    }

    /// <summary>The address of the object.</summary>
    /// <value><c>s3://bucket/key</c>.</value>
    [JsonPropertyName("uri"), AllowNull]
    public string Uri { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The account that owns the bucket.</summary>
    /// <value>12 digits, for a bucket of another account; omitted when null.</value>
    [JsonPropertyName("bucketOwner")]
    public string? BucketOwner { get; set; }
}
