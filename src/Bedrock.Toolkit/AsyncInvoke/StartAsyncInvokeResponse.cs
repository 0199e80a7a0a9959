using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.AsyncInvoke;

/// <summary>The job that was started.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html</remarks>
public sealed partial class StartAsyncInvokeResponse : BedrockResponse
{
    /// <summary>The ARN of the job.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("invocationArn")]
    public string? InvocationArn { get; set; }

    private protected override ObjectSummary Summarise() => new("InvocationArn");
}
