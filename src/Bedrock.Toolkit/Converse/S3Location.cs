using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>An object in S3. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_S3Location.html</remarks>
public sealed class S3Location
{
    /// <summary>The address.</summary>
    /// <value><c>s3://bucket/key</c>, 1 to 1,024 characters; empty by default, which a request must not have.</value>
    [JsonPropertyName("uri")]
    [AllowNull]
    public string Uri
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>The account that owns the bucket, when it is another one.</summary>
    /// <value>12 digits; omitted when null.</value>
    [JsonPropertyName("bucketOwner")]
    public string? BucketOwner { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal S3Location Clone()
    {
        var copy = (S3Location)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
