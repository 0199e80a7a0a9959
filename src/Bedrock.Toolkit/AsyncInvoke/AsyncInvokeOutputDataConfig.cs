namespace Bedrock.Toolkit.AsyncInvoke;

public abstract partial class AsyncInvokeOutputDataConfig
{
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
