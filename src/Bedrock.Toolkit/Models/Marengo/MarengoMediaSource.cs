using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where content comes from: exactly one of bytes and S3. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed class MarengoMediaSource
{
    /// <summary>The bytes of the content.</summary>
    /// <value>An image up to 5 MB, other content within the body of 25 MB; base64 only on the wire; not copied, so leave them unchanged until the call has begun; omitted when null.</value>
    [JsonPropertyName("base64String")]
    public ReadOnlyMemory<byte>? Bytes { get; set; }

    /// <summary>The file in S3.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoS3Location>))]
    public MarengoS3Location? S3Location { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Content from its bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The source.</returns>
    public static MarengoMediaSource Of(ReadOnlyMemory<byte> bytes) => new() { Bytes = bytes };

    /// <summary>Content of a file in S3.</summary>
    /// <param name="uri">The address, beginning with <c>s3://</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket, 12 digits; the caller's when null.</param>
    /// <returns>The source.</returns>
    public static MarengoMediaSource InS3(string uri, string? bucketOwner = null) => new() { S3Location = new() { Uri = uri, BucketOwner = bucketOwner } };
}
