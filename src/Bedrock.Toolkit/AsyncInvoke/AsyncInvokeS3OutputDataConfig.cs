using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A place in S3 for the output of a job. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AsyncInvokeS3OutputDataConfig.html</remarks>
public sealed class AsyncInvokeS3OutputDataConfig
{
    /// <summary>The folder; the service adds one for the job below it.</summary>
    /// <value>Required; <c>s3://bucket/prefix</c>, at most 1,024 characters. What comes back for a job probably ends with the job's own folder (unconfirmed).</value>
    [JsonPropertyName("s3Uri")]
    public required string S3Uri { get; set; }

    /// <summary>The key to encrypt the output with.</summary>
    /// <value>The ARN of a KMS key or alias; omitted when null.</value>
    [JsonPropertyName("kmsKeyId")]
    public string? KmsKeyId { get; set; }

    /// <summary>The account that owns the bucket.</summary>
    /// <value>12 digits; omitted when null.</value>
    [JsonPropertyName("bucketOwner")]
    public string? BucketOwner { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
