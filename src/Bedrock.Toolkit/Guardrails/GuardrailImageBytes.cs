using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The bytes of an image. Not thread safe while it is changed.</summary>
public sealed class GuardrailImageBytes : GuardrailImageSource
{
    /// <summary>The image.</summary>
    /// <value>Plain bytes here, base64 only on the wire. Not copied: leave the memory unchanged until the call has begun.</value>
    [JsonPropertyName("bytes")]
    public required ReadOnlyMemory<byte> Bytes { get; set; }
}
