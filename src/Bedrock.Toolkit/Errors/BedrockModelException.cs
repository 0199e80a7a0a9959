namespace Bedrock.Toolkit;

/// <summary>The model itself failed: not ready, took too long, or reported an error.</summary>
/// <param name="message">The server's message, or what is known of the failure.</param>
/// <param name="innerException">The cause, if another exception was the cause.</param>
public sealed class BedrockModelException(string message, Exception? innerException = null) : BedrockServiceException(message, innerException)
{
    /// <summary>The status that the model answered to Bedrock.</summary>
    /// <value>Null when not told.</value>
    public int? OriginalStatusCode { get; init; }

    /// <summary>The resource that failed.</summary>
    /// <value>Null when not told.</value>
    public string? ResourceName { get; init; }
}
