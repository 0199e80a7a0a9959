namespace Bedrock.Toolkit;

/// <summary>Bedrock or the model refused the request: a malformed body, a value out of range, an unknown model id.</summary>
public class BedrockValidationException : BedrockServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The server's message, which can quote the input.</param>
    /// <param name="innerException">The cause, if another exception was the cause.</param>
    public BedrockValidationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
