namespace Bedrock.Toolkit;

/// <summary>The credentials are missing, wrong, expired, or the signature does not fit.</summary>
/// <param name="message">The server's message, or what is known of the failure.</param>
/// <param name="innerException">The cause, if another exception was the cause.</param>
public sealed class BedrockAuthenticationException(string message, Exception? innerException = null) : BedrockServiceException(message, innerException);
