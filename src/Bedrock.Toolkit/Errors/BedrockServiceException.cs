namespace Bedrock.Toolkit;

/// <summary>An error that Bedrock answered, over HTTP or inside a stream. Thrown as it is where there is no narrower type.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html</remarks>
/// <param name="message">The server's message, or what is known of the answer.</param>
/// <param name="innerException">The cause, if another exception was the cause.</param>
public class BedrockServiceException(string message, Exception? innerException = null) : BedrockException(message, innerException)
{
    /// <summary>The HTTP status; for an error inside a stream, the status that the same error has over HTTP.</summary>
    /// <value>400 to 599; 0 when an error inside a stream has a name that this version does not know.</value>
    public int StatusCode { get; init; }

    /// <summary>The name of the error.</summary>
    /// <value>Null when the answer did not name one.</value>
    public BedrockErrorCode? ErrorCode { get; init; }

    /// <summary>How long the server asked to wait.</summary>
    /// <value>Null when it did not say.</value>
    public TimeSpan? RetryAfter { get; init; }
}
