using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where content comes from: exactly one of bytes and S3. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed class NovaEmbedSource
{
    /// <summary>The bytes of the content.</summary>
    /// <value>Base64 only on the wire; not copied, so leave them unchanged until the call has begun; omitted when null.</value>
    [JsonPropertyName("bytes")]
    public ReadOnlyMemory<byte>? Bytes { get; set; }

    /// <summary>The file in S3.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location")]
    [JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedS3Location>))]
    public NovaEmbedS3Location? S3Location { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Content from its bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The source.</returns>
    public static NovaEmbedSource Of(ReadOnlyMemory<byte> bytes) => new() { Bytes = bytes };

    /// <summary>Content of a file in S3.</summary>
    /// <param name="uri">The address, beginning with <c>s3://</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket, 12 digits; the caller's when null.</param>
    /// <returns>The source.</returns>
    public static NovaEmbedSource InS3(string uri, string? bucketOwner = null) => new() { S3Location = new() { Uri = uri, BucketOwner = bucketOwner } };
}
