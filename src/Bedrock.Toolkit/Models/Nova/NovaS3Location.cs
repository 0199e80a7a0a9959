using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An object in S3 that the service reads itself. Not thread safe while it is changed.</summary>
public sealed class NovaS3Location
{
    /// <summary>A location without an address.</summary>
    public NovaS3Location()
    {
    }

    /// <summary>A location.</summary>
    /// <param name="uri"><c>s3://bucket/key</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    public NovaS3Location(string uri, string? bucketOwner = null)
    {
        Uri = uri;
        BucketOwner = bucketOwner;
    }

    /// <summary>The address of the object.</summary>
    /// <value><c>s3://bucket/key</c>.</value>
    [JsonPropertyName("uri")]
    [AllowNull]
    public string Uri { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The account that owns the bucket.</summary>
    /// <value>12 digits, for a bucket of another account; omitted when null.</value>
    [JsonPropertyName("bucketOwner")]
    public string? BucketOwner { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaS3Location Clone()
    {
        var copy = (NovaS3Location)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
