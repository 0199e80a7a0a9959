using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.AsyncInvoke;

/// <summary>A job.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html</remarks>
public sealed partial class GetAsyncInvokeResponse : BedrockResponse
{
    /// <summary>The ARN of the job.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("invocationArn")]
    public string? InvocationArn { get; set; }

    /// <summary>The model.</summary>
    /// <value>An ARN; null when the service did not say.</value>
    [JsonPropertyName("modelArn")]
    public string? ModelArn { get; set; }

    /// <summary>The token that the job was started with.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("clientRequestToken")]
    public string? ClientRequestToken { get; set; }

    /// <summary>Where the job stands.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("status")]
    public AsyncInvokeStatus? Status { get; set; }

    /// <summary>Why it failed, in the words of the service.</summary>
    /// <value>Null unless it failed.</value>
    [JsonPropertyName("failureMessage")]
    public string? FailureMessage { get; set; }

    /// <summary>When it was started.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("submitTime"), JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? SubmitTime { get; set; }

    /// <summary>When it last changed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("lastModifiedTime"), JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? LastModifiedTime { get; set; }

    /// <summary>When it ended.</summary>
    /// <value>Null while it runs.</value>
    [JsonPropertyName("endTime"), JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>Where its output goes.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("outputDataConfig")]
    public AsyncInvokeOutputDataConfig? OutputDataConfig { get; set; }

    private protected override ObjectSummary Summarise() => new("OutputDataConfig", Status?.Value);
}
