namespace Bedrock.Toolkit;

/// <summary>The account's quota for the model is used up for now, or requests come too fast.</summary>
public sealed class BedrockThrottlingException : BedrockServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The server's message, or what is known of the failure.</param>
    /// <param name="innerException">The cause, if another exception was the cause.</param>
    public BedrockThrottlingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
