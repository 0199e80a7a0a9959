namespace Bedrock.Toolkit;

/// <summary>Bedrock or the model refused the request: a malformed body, a value out of range, an unknown model id.</summary>
/// <param name="message">The server's message, which can quote the input.</param>
/// <param name="innerException">The cause, if another exception was the cause.</param>
public class BedrockValidationException(string message, Exception? innerException = null) : BedrockServiceException(message, innerException)
{
    /// <summary>The rule that the service named, as far as this version knows it; the message says what to change.</summary>
    /// <value>Such as <c>tool results</c>; null when the service named none that is known.</value>
    public string? Rule { get; init; }
}
