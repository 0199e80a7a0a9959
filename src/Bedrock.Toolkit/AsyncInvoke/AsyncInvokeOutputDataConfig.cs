using System.ComponentModel;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.AsyncInvoke;

/// <summary>Where the output of a job goes: a closed set, with <see cref="AsyncInvokeUnknownOutput"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AsyncInvokeOutputDataConfig.html</remarks>
[JsonConverter(typeof(AsyncInvokeOutputDataConfigConverter))]
public abstract partial class AsyncInvokeOutputDataConfig : BedrockObject
{
    private protected AsyncInvokeOutputDataConfig() { }

    /// <summary>The address in S3.</summary>
    /// <value>Null when the output goes elsewhere.</value>
    [JsonIgnore]
    public string? S3Uri => (this as AsyncInvokeS3Output)?.S3OutputDataConfig.S3Uri;

    /// <summary>Makes the place from an address in S3.</summary>
    /// <param name="s3Uri">Such as <c>s3://bucket/prefix</c>.</param>
    public static implicit operator AsyncInvokeOutputDataConfig(string s3Uri) => InS3(s3Uri);

    /// <summary>Makes the place from an address in S3.</summary>
    /// <param name="s3Uri">Such as <c>s3://bucket/prefix</c>.</param>
    /// <param name="kmsKeyId">The ARN of a KMS key or alias.</param>
    /// <param name="bucketOwner">The account that owns the bucket, 12 digits.</param>
    /// <returns>The place.</returns>
    public static AsyncInvokeOutputDataConfig InS3(string s3Uri, string? kmsKeyId = null, string? bucketOwner = null)
    {
        ArgumentNullException.ThrowIfNull(s3Uri);
        return new AsyncInvokeS3Output
        {
            S3OutputDataConfig = new AsyncInvokeS3OutputDataConfig { S3Uri = s3Uri, KmsKeyId = kmsKeyId, BucketOwner = bucketOwner },
        };
    }
}

/// <summary>Output in S3.</summary>
public sealed partial class AsyncInvokeS3Output : AsyncInvokeOutputDataConfig
{
    /// <summary>The place.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("s3OutputDataConfig"), JsonConverter(typeof(AsyncInvokeObjectConverter<AsyncInvokeS3OutputDataConfig>))]
    public required AsyncInvokeS3OutputDataConfig S3OutputDataConfig { get; set; }
}

/// <summary>A <see cref="AsyncInvokeOutputDataConfig"/> of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class AsyncInvokeUnknownOutput : AsyncInvokeOutputDataConfig, IRawVariant;

/// <summary>Reads and writes <see cref="AsyncInvokeOutputDataConfig"/> by the member that is there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AsyncInvokeOutputDataConfigConverter() : SingleKeyUnionConverter<AsyncInvokeOutputDataConfig>(
    AsyncInvokeJsonContext.Default, static raw => new AsyncInvokeUnknownOutput(raw),
    Case<AsyncInvokeS3Output>("s3OutputDataConfig"));

/// <summary>A place in S3 for the output of a job.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AsyncInvokeS3OutputDataConfig.html</remarks>
public sealed partial class AsyncInvokeS3OutputDataConfig : BedrockObject
{
    /// <summary>The folder; the service adds one for the job below it.</summary>
    /// <value>Required; <c>s3://bucket/prefix</c>, at most 1,024 characters. What comes back for a job probably ends with the job's own folder
    /// (unconfirmed).</value>
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
}
