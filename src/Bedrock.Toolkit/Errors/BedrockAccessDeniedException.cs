namespace Bedrock.Toolkit;

/// <summary>The credentials are good, but do not allow the call: IAM policy, model access, a Region closed by policy.</summary>
/// <param name="message">The server's message, or what is known of the failure.</param>
/// <param name="innerException">The cause, if another exception was the cause.</param>
public sealed class BedrockAccessDeniedException(string message, Exception? innerException = null) : BedrockServiceException(message, innerException);
