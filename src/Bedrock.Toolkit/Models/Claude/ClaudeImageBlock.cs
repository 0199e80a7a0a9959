using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An image. Not thread safe while it is changed.</summary>
/// <remarks>At most 3.75 MB and 8,000 pixels a side; JPEG, PNG, WebP or GIF.</remarks>
public sealed class ClaudeImageBlock : ClaudeContentBlock
{
    /// <summary>An image without a source.</summary>
    public ClaudeImageBlock()
    {
    }

    /// <summary>An image.</summary>
    /// <param name="source">Where its bytes are.</param>
    public ClaudeImageBlock(ClaudeSource source) => Source = source;

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "image";

    /// <summary>Where the bytes of the image are.</summary>
    /// <value>A <see cref="ClaudeBase64Source"/>: Bedrock takes no URLs and no file ids; null only in what was read.</value>
    [JsonPropertyName("source")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeSource>))]
    public ClaudeSource? Source { get; set; }

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    /// <summary>An image from its bytes.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <param name="mediaType"><c>image/jpeg</c>, <c>image/png</c>, <c>image/webp</c> or <c>image/gif</c>.</param>
    /// <returns>The block.</returns>
    public static ClaudeImageBlock FromBytes(ReadOnlyMemory<byte> bytes, string mediaType) => new(new ClaudeBase64Source(mediaType, bytes));

    private protected override void Detach()
    {
        CacheControl = CacheControl?.Clone();
        Source = Source?.Clone();
    }
}
