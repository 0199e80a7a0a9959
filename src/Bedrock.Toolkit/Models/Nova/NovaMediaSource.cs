using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where the bytes of an image, a video, a sound or a document are: one of both members. Not thread safe while it is changed.</summary>
public sealed class NovaMediaSource
{
    /// <summary>The bytes, travelling in the request.</summary>
    /// <value>Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun. The whole body may have 25,000,000 bytes. Omitted when null.</value>
    [JsonPropertyName("bytes")]
    public ReadOnlyMemory<byte>? Bytes { get; set; }

    /// <summary>An object in S3.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location")]
    [JsonConverter(typeof(NovaObjectConverter<NovaS3Location>))]
    public NovaS3Location? S3Location { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Bytes that travel in the request.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <returns>The source.</returns>
    public static NovaMediaSource FromBytes(ReadOnlyMemory<byte> bytes) => new() { Bytes = bytes };

    /// <summary>An object in S3.</summary>
    /// <param name="uri"><c>s3://bucket/key</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The source.</returns>
    public static NovaMediaSource FromS3(string uri, string? bucketOwner = null) => new() { S3Location = new NovaS3Location(uri, bucketOwner) };

    internal NovaMediaSource Clone()
    {
        var copy = (NovaMediaSource)MemberwiseClone();
        copy.S3Location = S3Location?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
