namespace Bedrock.Toolkit.Models;

/// <summary>What to embed and how: exactly one of text, image, audio and video.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedParams : BedrockObject
{
    /// <summary>What the vectors are for.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("embeddingPurpose")]
    public required NovaEmbedPurpose EmbeddingPurpose { get; set; }

    /// <summary>The length of the vectors.</summary>
    /// <value>3072, 1024, 384 or 256; the service takes 3072 when it is missing; omitted when null.</value>
    [JsonPropertyName("embeddingDimension"), JsonConverter(typeof(CountConverter))]
    public int? EmbeddingDimension { get; set; }

    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedText>))]
    public NovaEmbedText? Text { get; set; }

    /// <summary>The image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedImage>))]
    public NovaEmbedImage? Image { get; set; }

    /// <summary>The sound.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("audio"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedAudio>))]
    public NovaEmbedAudio? Audio { get; set; }

    /// <summary>The video.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("video"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedVideo>))]
    public NovaEmbedVideo? Video { get; set; }
}

/// <summary>Sound.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedAudio : BedrockObject
{
    /// <summary>The format.</summary>
    /// <value><c>mp3</c>, <c>wav</c> or <c>ogg</c>.</value>
    [JsonPropertyName("format"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Format { get; set; }

    /// <summary>The sound.</summary>
    /// <value>Up to 30 seconds and, in S3, 100 MB; asynchronously 2 hours and 1 GB.</value>
    [JsonPropertyName("source"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSource>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required NovaEmbedSource Source { get; set; }

    /// <summary>How the content is cut.</summary>
    /// <value>Required by asynchronous requests, not allowed in others; omitted when null.</value>
    [JsonPropertyName("segmentationConfig"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSegmentation>))]
    public NovaEmbedSegmentation? SegmentationConfig { get; set; }
}

/// <summary>A text.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedText : BedrockObject
{
    /// <summary>What happens to a text that is too long.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("truncationMode")]
    public required NovaEmbedTruncationMode TruncationMode { get; set; }

    /// <summary>The text.</summary>
    /// <value>Up to 8,192 characters; this or <see cref="Source"/>; omitted when null.</value>
    [JsonPropertyName("value")]
    public string? Value { get; set; }

    /// <summary>The file that holds the text.</summary>
    /// <value>In S3 only: up to 1 MB and 50,000 characters, asynchronously 634 MB; omitted when null.</value>
    [JsonPropertyName("source"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSource>))]
    public NovaEmbedSource? Source { get; set; }

    /// <summary>How the content is cut.</summary>
    /// <value>Required by asynchronous requests, not allowed in others; omitted when null.</value>
    [JsonPropertyName("segmentationConfig"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSegmentation>))]
    public NovaEmbedSegmentation? SegmentationConfig { get; set; }
}

/// <summary>A video.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedVideo : BedrockObject
{
    /// <summary>The format.</summary>
    /// <value><c>mp4</c>, <c>mov</c>, <c>mkv</c>, <c>webm</c>, <c>flv</c>, <c>mpeg</c>, <c>mpg</c>, <c>wmv</c> or <c>3gp</c>.</value>
    [JsonPropertyName("format"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Format { get; set; }

    /// <summary>Whether picture and sound share a vector.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("embeddingMode")]
    public required NovaEmbedVideoMode EmbeddingMode { get; set; }

    /// <summary>The video.</summary>
    /// <value>Up to 30 seconds and, in S3, 100 MB; asynchronously 2 hours and 2 GB.</value>
    [JsonPropertyName("source"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSource>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required NovaEmbedSource Source { get; set; }

    /// <summary>How the content is cut.</summary>
    /// <value>Required by asynchronous requests, not allowed in others; omitted when null.</value>
    [JsonPropertyName("segmentationConfig"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSegmentation>))]
    public NovaEmbedSegmentation? SegmentationConfig { get; set; }
}

/// <summary>How long content is cut into segments, for asynchronous requests.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedSegmentation : BedrockObject
{
    /// <summary>The longest segment of a text.</summary>
    /// <value>800 to 50,000 characters; the service takes 32,000 when it is missing; omitted when null.</value>
    [JsonPropertyName("maxLengthChars"), JsonConverter(typeof(CountConverter))]
    public int? MaxLengthChars { get; set; }

    /// <summary>The length of a segment of sound or video.</summary>
    /// <value>1 to 30 seconds; the service takes 5 when it is missing; omitted when null.</value>
    [JsonPropertyName("durationSeconds"), JsonConverter(typeof(CountConverter))]
    public int? DurationSeconds { get; set; }
}

/// <summary>An image.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedImage : BedrockObject
{
    /// <summary>The format.</summary>
    /// <value><c>png</c>, <c>jpeg</c>, <c>gif</c> or <c>webp</c>.</value>
    [JsonPropertyName("format"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Format { get; set; }

    /// <summary>How finely it is looked at.</summary>
    /// <value>The service takes <c>STANDARD_IMAGE</c> when it is missing; omitted when null.</value>
    [JsonPropertyName("detailLevel")]
    public NovaEmbedDetailLevel? DetailLevel { get; set; }

    /// <summary>The image.</summary>
    /// <value>Up to 25 MB as base64, 50 MB in S3.</value>
    [JsonPropertyName("source"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSource>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required NovaEmbedSource Source { get; set; }

    /// <summary>An image.</summary>
    /// <param name="image">The image; null stays null.</param>
    /// <exception cref="ArgumentException">The bytes are no PNG, JPEG, GIF or WebP file.</exception>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator NovaEmbedImage?(BedrockImage? image) => image is null ? null : FromBytes(image.Bytes);

    /// <summary>An image from its bytes.</summary>
    /// <param name="bytes">A PNG, JPEG, GIF or WebP file.</param>
    /// <param name="format">The format; read from the bytes when null.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The bytes are no such image, or of another format than <paramref name="format"/> says.</exception>
    public static NovaEmbedImage FromBytes(ReadOnlyMemory<byte> bytes, string? format = null) =>
        new() { Format = MediaNames.Choose(MediaClass.Image, bytes.Span, format), Source = NovaEmbedSource.FromBytes(bytes) };

    /// <summary>An image from a file.</summary>
    /// <param name="path">The file; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The file is empty, or no image.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<NovaEmbedImage> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>An image in S3.</summary>
    /// <param name="uri">The address, beginning with <c>s3://</c>.</param>
    /// <param name="format">The format; read from the ending of the address when null.</param>
    /// <param name="bucketOwner">The account that owns the bucket, 12 digits; the caller's when null.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The ending of the address is unknown and there is no format.</exception>
    public static NovaEmbedImage FromS3(string uri, string? format = null, string? bucketOwner = null) =>
        new() { Format = MediaNames.ChooseByName(MediaClass.Image, uri, format), Source = NovaEmbedSource.FromS3(uri, bucketOwner) };
}

/// <summary>Where content comes from: exactly one of bytes and S3.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedSource : BedrockObject
{
    /// <summary>The bytes of the content.</summary>
    /// <value>Base64 only on the wire; not copied, so leave them unchanged until the call has begun; omitted when null.</value>
    [JsonPropertyName("bytes")]
    public ReadOnlyMemory<byte>? Bytes { get; set; }

    /// <summary>The file in S3.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedS3Location>))]
    public NovaEmbedS3Location? S3Location { get; set; }

    /// <summary>Content from its bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The source.</returns>
    public static NovaEmbedSource FromBytes(ReadOnlyMemory<byte> bytes) => new() { Bytes = bytes };

    /// <summary>Content of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The source.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<NovaEmbedSource> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>Content that is an image.</summary>
    /// <param name="image">The image; null stays null.</param>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator NovaEmbedSource?(BedrockImage? image) => image is null ? null : FromBytes(image.Bytes);

    /// <summary>Content of a file in S3.</summary>
    /// <param name="uri">The address, beginning with <c>s3://</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket, 12 digits; the caller's when null.</param>
    /// <returns>The source.</returns>
    public static NovaEmbedSource FromS3(string uri, string? bucketOwner = null) => new() { S3Location = new() { Uri = uri, BucketOwner = bucketOwner } };
}

/// <summary>A file in S3.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedS3Location : BedrockObject
{
    /// <summary>The address.</summary>
    /// <value>Begins with <c>s3://</c>.</value>
    [JsonPropertyName("uri"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Uri { get; set; }

    /// <summary>The account that owns the bucket.</summary>
    /// <value>12 digits; omitted when null.</value>
    [JsonPropertyName("bucketOwner")]
    public string? BucketOwner { get; set; }
}
