using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where the video is: one of both members. Not thread safe while it is changed.</summary>
public sealed class PegasusMediaSource
{
    /// <summary>The video's bytes, travelling in the request.</summary>
    /// <value>Plain bytes here, base64 only on the wire; up to about 18,800,000 bytes (25 MB as base64, other pages say 36 MB); the memory is not copied, so leave it unchanged until the call has begun; omitted when null.</value>
    [JsonPropertyName("base64String")]
    public ReadOnlyMemory<byte>? Base64String { get; set; }

    /// <summary>The video in S3.</summary>
    /// <value>Up to 1 hour and 2 GB; omitted when null.</value>
    [JsonPropertyName("s3Location")]
    [JsonConverter(typeof(PegasusObjectConverter<PegasusS3Location>))]
    public PegasusS3Location? S3Location { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Bytes that travel in the request.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <returns>The source.</returns>
    public static PegasusMediaSource FromBytes(ReadOnlyMemory<byte> bytes) => new() { Base64String = bytes };

    /// <summary>A video in S3.</summary>
    /// <param name="uri"><c>s3://bucket/key</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The source.</returns>
    public static PegasusMediaSource FromS3(string uri, string? bucketOwner = null) =>
        new() { S3Location = new PegasusS3Location { Uri = uri, BucketOwner = bucketOwner } };

    internal PegasusMediaSource Clone()
    {
        var copy = (PegasusMediaSource)MemberwiseClone();
        copy.S3Location = S3Location?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
