using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Where a video is: a closed set, with <see cref="UnknownVideoSource"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoSource.html</remarks>
[JsonConverter(typeof(VideoSourceConverter))]
public abstract class VideoSource
{
    private protected VideoSource()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

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

    internal VideoSource Clone()
    {
        var copy = (VideoSource)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
