using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of encrypted reasoning. Not thread safe while it is changed.</summary>
public sealed class RedactedReasoningDelta : ReasoningContentBlockDelta
{
    /// <summary>One without content.</summary>
    public RedactedReasoningDelta()
    {
    }

    /// <summary>A piece of encrypted reasoning.</summary>
    /// <param name="redactedContent">The piece.</param>
    public RedactedReasoningDelta(ReadOnlyMemory<byte> redactedContent) => RedactedContent = redactedContent;

    /// <summary>The piece.</summary>
    /// <value>Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("redactedContent")]
    public ReadOnlyMemory<byte> RedactedContent { get; set; }
}
