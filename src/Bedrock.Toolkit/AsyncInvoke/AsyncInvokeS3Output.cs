using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Output in S3. Not thread safe while it is changed.</summary>
public sealed class AsyncInvokeS3Output : AsyncInvokeOutputDataConfig
{
    /// <summary>The place.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("s3OutputDataConfig")]
    [JsonConverter(typeof(AsyncInvokeObjectConverter<AsyncInvokeS3OutputDataConfig>))]
    public required AsyncInvokeS3OutputDataConfig S3OutputDataConfig { get; set; }
}
