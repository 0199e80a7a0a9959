namespace Bedrock.Toolkit;

/// <summary>The account's quota for the model is used up for now, or requests come too fast.</summary>
/// <param name="message">The server's message, or what is known of the failure.</param>
/// <param name="innerException">The cause, if another exception was the cause.</param>
public sealed class BedrockThrottlingException(string message, Exception? innerException = null) : BedrockServiceException(message, innerException);
