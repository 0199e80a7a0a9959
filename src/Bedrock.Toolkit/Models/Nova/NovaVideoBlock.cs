using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A video; AWS documents one a request. Not thread safe while it is changed.</summary>
public sealed class NovaVideoBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaVideoBlock()
    {
    }

    /// <summary>A video.</summary>
    /// <param name="format">Such as <c>mp4</c>.</param>
    /// <param name="source">Where the bytes are.</param>
    public NovaVideoBlock(NovaVideoFormat format, NovaMediaSource source) => Video = new NovaVideo { Format = format, Source = source };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("video")]
    [JsonConverter(typeof(NovaObjectConverter<NovaVideo>))]
    public NovaVideo? Video { get; set; }

    /// <summary>A video from its bytes.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <param name="format">Such as <c>mp4</c>.</param>
    /// <returns>The block.</returns>
    public static NovaVideoBlock FromBytes(ReadOnlyMemory<byte> bytes, NovaVideoFormat format) => new(format, NovaMediaSource.FromBytes(bytes));

    /// <summary>A video from S3.</summary>
    /// <param name="uri"><c>s3://bucket/key</c>.</param>
    /// <param name="format">Such as <c>mp4</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    public static NovaVideoBlock FromS3(string uri, NovaVideoFormat format, string? bucketOwner = null) => new(format, NovaMediaSource.FromS3(uri, bucketOwner));

    private protected override void Detach() => Video = Video?.Clone();
}
