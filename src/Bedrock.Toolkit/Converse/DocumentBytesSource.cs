using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A document in the request itself. Not thread safe while it is changed.</summary>
public sealed class DocumentBytesSource : DocumentSource
{
    /// <summary>One without content.</summary>
    public DocumentBytesSource()
    {
    }

    /// <summary>A document in the request itself.</summary>
    /// <param name="bytes">The bytes.</param>
    public DocumentBytesSource(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>The bytes.</summary>
    /// <value>At least 1 byte. Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("bytes")]
    public ReadOnlyMemory<byte> Bytes { get; set; }
}
