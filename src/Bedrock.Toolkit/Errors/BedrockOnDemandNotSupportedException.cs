namespace Bedrock.Toolkit;

/// <summary>The model is not offered on demand under its bare id in this Region: call it through an inference profile.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html</remarks>
/// <param name="message">The server's message and the ids to try.</param>
/// <param name="innerException">The cause, if another exception was the cause.</param>
public sealed class BedrockOnDemandNotSupportedException(string message, Exception? innerException = null) : BedrockValidationException(message, innerException)
{
    /// <summary>Inference profile ids to try, made from the model's id and the client's Region; not every one need exist.</summary>
    /// <value>Such as <c>us.anthropic.claude…</c>; empty when the id or the Region gives no hint.</value>
    public IReadOnlyList<string> ProfileIds { get; init; } = [];
}
