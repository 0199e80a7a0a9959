using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Where an image is: a closed set, with <see cref="UnknownImageSource"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageSource.html</remarks>
[JsonConverter(typeof(ImageSourceConverter))]
public abstract partial class ImageSource : BedrockObject
{
    private protected ImageSource() { }

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

/// <summary>An image in the request itself.</summary>
public sealed partial class ImageBytesSource : ImageSource
{
    /// <summary>One without content.</summary>
    public ImageBytesSource() { }

    /// <summary>An image in the request itself.</summary>
    /// <param name="bytes">The bytes.</param>
    public ImageBytesSource(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>The bytes.</summary>
    /// <value>At least 1 byte. Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("bytes")]
    public ReadOnlyMemory<byte> Bytes { get; set; }
}

/// <summary>An image in S3.</summary>
public sealed partial class ImageS3Source : ImageSource
{
    /// <summary>One without content.</summary>
    public ImageS3Source() { }

    /// <summary>An image in S3.</summary>
    /// <param name="s3Location">The object.</param>
    public ImageS3Source(S3Location s3Location) => S3Location = s3Location;

    /// <summary>The object.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location"), JsonConverter(typeof(ConverseObjectConverter<S3Location>))]
    public S3Location? S3Location { get; set; }
}

/// <summary>Where an image is, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownImageSource : ImageSource, IRawVariant;

/// <summary>Reads and writes <see cref="ImageSource"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImageSourceConverter() : SingleKeyUnionConverter<ImageSource>(
    ConverseJsonContext.Default, static raw => new UnknownImageSource(raw),
    Case<ImageBytesSource>("bytes"),
    Case<ImageS3Source>("s3Location"));

/// <summary>An object in S3.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_S3Location.html</remarks>
public sealed partial class S3Location : BedrockObject
{
    /// <summary>The address.</summary>
    /// <value><c>s3://bucket/key</c>, 1 to 1,024 characters; empty by default, which a request must not have.</value>
    [JsonPropertyName("uri"), AllowNull]
    public string Uri { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The account that owns the bucket, when it is another one.</summary>
    /// <value>12 digits; omitted when null.</value>
    [JsonPropertyName("bucketOwner")]
    public string? BucketOwner { get; set; }
}
