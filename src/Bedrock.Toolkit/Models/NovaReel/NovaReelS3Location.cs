using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An image in S3. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed class NovaReelS3Location
{
    /// <summary>The address.</summary>
    /// <value><c>s3://bucket/key</c>; up to 25 MB.</value>
    [JsonPropertyName("uri")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Uri { get; set; }

    /// <summary>The account that owns the bucket.</summary>
    /// <value>12 digits; omitted when null.</value>
    [JsonPropertyName("bucketOwner")]
    public string? BucketOwner { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
