namespace Bedrock.Toolkit;

/// <summary>No answer arrived: the name was not found, the connection was refused, reset, or TLS failed.</summary>
/// <param name="message">The host and the cause.</param>
/// <param name="innerException">The cause, if another exception was the cause.</param>
public sealed class BedrockConnectionException(string message, Exception? innerException = null) : BedrockException(message, innerException)
{
    /// <summary>The host that was called.</summary>
    /// <value>Host and port; null when unknown.</value>
    public string? Host { get; init; }
}
