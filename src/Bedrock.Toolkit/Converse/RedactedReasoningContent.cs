using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reasoning that the provider encrypted for safety. Not thread safe while it is changed.</summary>
public sealed class RedactedReasoningContent : ReasoningContentBlock
{
    /// <summary>One without content.</summary>
    public RedactedReasoningContent()
    {
    }

    /// <summary>Reasoning that the provider encrypted for safety.</summary>
    /// <param name="redactedContent">The encrypted reasoning.</param>
    public RedactedReasoningContent(ReadOnlyMemory<byte> redactedContent) => RedactedContent = redactedContent;

    /// <summary>The encrypted reasoning.</summary>
    /// <value>Sent back unchanged. Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("redactedContent")]
    public ReadOnlyMemory<byte> RedactedContent { get; set; }
}
