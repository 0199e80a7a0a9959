namespace Bedrock.Toolkit;

/// <summary>A stream ended without its end mark: the connection broke, or the answer was cut. What was delivered before is not the whole answer.</summary>
/// <param name="message">How the stream ended.</param>
/// <param name="innerException">The cause, if another exception was the cause.</param>
public sealed class BedrockIncompleteStreamException(string message, Exception? innerException = null) : BedrockException(message, innerException);
