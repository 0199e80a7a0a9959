namespace Bedrock.Toolkit;

/// <summary>A body or frame that cannot be read: not JSON, not the expected shape, a wrong checksum, an empty or foreign answer.</summary>
/// <param name="message">What is wrong, without any part of the payload.</param>
/// <param name="innerException">The cause, if another exception was the cause.</param>
public sealed class BedrockProtocolException(string message, Exception? innerException = null) : BedrockException(message, innerException)
{
    /// <summary>Where in the bytes the fault was found.</summary>
    /// <value>Offset in bytes from the start of the body or stream; null when unknown.</value>
    public long? ByteOffset { get; init; }

    /// <summary>Where in the JSON the fault was found.</summary>
    /// <value>A JSON path such as <c>$.content[0].text</c>; null when unknown.</value>
    public string? JsonPath { get; init; }
}
