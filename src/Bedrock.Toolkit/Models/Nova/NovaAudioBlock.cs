using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A sound; only for Nova 2 Omni, which is a preview. Not thread safe while it is changed.</summary>
public sealed class NovaAudioBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaAudioBlock()
    {
    }

    /// <summary>An sound.</summary>
    /// <param name="format">Such as <c>wav</c>.</param>
    /// <param name="source">Where the bytes are.</param>
    public NovaAudioBlock(NovaAudioFormat format, NovaMediaSource source) => Audio = new NovaAudio { Format = format, Source = source };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("audio")]
    [JsonConverter(typeof(NovaObjectConverter<NovaAudio>))]
    public NovaAudio? Audio { get; set; }

    /// <summary>An sound from its bytes.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <param name="format">Such as <c>wav</c>.</param>
    /// <returns>The block.</returns>
    public static NovaAudioBlock FromBytes(ReadOnlyMemory<byte> bytes, NovaAudioFormat format) => new(format, NovaMediaSource.FromBytes(bytes));

    /// <summary>An sound from S3.</summary>
    /// <param name="uri"><c>s3://bucket/key</c>.</param>
    /// <param name="format">Such as <c>wav</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    public static NovaAudioBlock FromS3(string uri, NovaAudioFormat format, string? bucketOwner = null) => new(format, NovaMediaSource.FromS3(uri, bucketOwner));

    private protected override void Detach() => Audio = Audio?.Clone();
}
