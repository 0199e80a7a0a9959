namespace Bedrock.Toolkit;

/// <summary>One of the client's own time limits ran out.</summary>
public sealed class BedrockTimeoutException : BedrockException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which limit ran out.</param>
    /// <param name="innerException">The cause, if another exception was the cause.</param>
    public BedrockTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Which limit ran out.</summary>
    public BedrockTimeoutKind Kind { get; init; }

    /// <summary>How long the limit was.</summary>
    public TimeSpan Limit { get; init; }
}
