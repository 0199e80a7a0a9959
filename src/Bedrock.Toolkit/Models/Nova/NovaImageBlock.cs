using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An image. Not thread safe while it is changed.</summary>
public sealed class NovaImageBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaImageBlock()
    {
    }

    /// <summary>An image.</summary>
    /// <param name="format">Such as <c>png</c>.</param>
    /// <param name="source">Where the bytes are.</param>
    public NovaImageBlock(NovaImageFormat format, NovaMediaSource source) => Image = new NovaImage { Format = format, Source = source };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("image")]
    [JsonConverter(typeof(NovaObjectConverter<NovaImage>))]
    public NovaImage? Image { get; set; }

    /// <summary>An image from its bytes.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <param name="format">Such as <c>png</c>.</param>
    /// <returns>The block.</returns>
    public static NovaImageBlock FromBytes(ReadOnlyMemory<byte> bytes, NovaImageFormat format) => new(format, NovaMediaSource.FromBytes(bytes));

    /// <summary>An image from S3.</summary>
    /// <param name="uri"><c>s3://bucket/key</c>.</param>
    /// <param name="format">Such as <c>png</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    public static NovaImageBlock FromS3(string uri, NovaImageFormat format, string? bucketOwner = null) => new(format, NovaMediaSource.FromS3(uri, bucketOwner));

    private protected override void Detach() => Image = Image?.Clone();
}
