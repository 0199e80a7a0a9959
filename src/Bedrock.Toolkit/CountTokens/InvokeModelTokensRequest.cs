using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.CountTokens;

/// <summary>The body of an InvokeModel call whose tokens are to be counted.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelTokensRequest.html</remarks>
public sealed partial class InvokeModelTokensRequest : BedrockObject
{
    /// <summary>The body.</summary>
    /// <value>Plain bytes here, base64 only on the wire. Not copied: leave the memory unchanged until the call has begun.</value>
    [JsonPropertyName("body")]
    public required ReadOnlyMemory<byte> Body { get; set; }
}
