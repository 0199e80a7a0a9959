using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A video in S3 that the service reads itself. Not thread safe while it is changed.</summary>
public sealed class PegasusS3Location
{
    /// <summary>The address of the object.</summary>
    /// <value><c>s3://bucket/key</c>.</value>
    [JsonPropertyName("uri")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Uri { get; set; }

    /// <summary>The account that owns the bucket.</summary>
    /// <value>12 digits; needed for a bucket of another account (unconfirmed); omitted when null.</value>
    [JsonPropertyName("bucketOwner")]
    public string? BucketOwner { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal PegasusS3Location Clone()
    {
        var copy = (PegasusS3Location)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
