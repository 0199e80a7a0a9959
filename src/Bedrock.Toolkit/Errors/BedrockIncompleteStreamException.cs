namespace Bedrock.Toolkit;

/// <summary>A stream ended without its end mark: the connection broke, or the answer was cut. What was delivered before is not the whole answer.</summary>
public sealed class BedrockIncompleteStreamException : BedrockException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">How the stream ended.</param>
    /// <param name="innerException">The cause, if another exception was the cause.</param>
    public BedrockIncompleteStreamException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
