namespace Bedrock.Toolkit;

/// <summary>The answer to a raw call: bytes and metadata.</summary>
public sealed class BedrockRawResponse
{
    /// <summary>The body as it came.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The media type of the body.</summary>
    /// <value>Null when the answer did not say.</value>
    public string? ContentType { get; init; }

    /// <summary>Request id, attempts, and what the headers tell.</summary>
    public required BedrockResponseMetadata Metadata { get; init; }
}
