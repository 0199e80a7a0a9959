using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A sound in the request itself. Not thread safe while it is changed.</summary>
public sealed class AudioBytesSource : AudioSource
{
    /// <summary>One without content.</summary>
    public AudioBytesSource()
    {
    }

    /// <summary>A sound in the request itself.</summary>
    /// <param name="bytes">The bytes.</param>
    public AudioBytesSource(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>The bytes.</summary>
    /// <value>At least 1 byte. Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("bytes")]
    public ReadOnlyMemory<byte> Bytes { get; set; }
}
