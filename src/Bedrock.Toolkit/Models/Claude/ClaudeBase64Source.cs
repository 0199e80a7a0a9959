using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Bytes that travel in the request. Not thread safe while it is changed.</summary>
public sealed class ClaudeBase64Source : ClaudeSource
{
    /// <summary>A source without bytes.</summary>
    public ClaudeBase64Source()
    {
    }

    /// <summary>Bytes of a media type.</summary>
    /// <param name="mediaType">Such as <c>image/png</c> or <c>application/pdf</c>.</param>
    /// <param name="data">The bytes, not base64.</param>
    public ClaudeBase64Source(string mediaType, ReadOnlyMemory<byte> data)
    {
        MediaType = mediaType;
        Data = data;
    }

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "base64";

    /// <summary>The media type.</summary>
    /// <value><c>image/jpeg</c>, <c>image/png</c>, <c>image/webp</c>, <c>image/gif</c>, or <c>application/pdf</c> in a document; empty by default.</value>
    [JsonPropertyName("media_type")]
    [AllowNull]
    public string MediaType
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>The bytes.</summary>
    /// <value>Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("data")]
    public ReadOnlyMemory<byte> Data { get; set; }
}
