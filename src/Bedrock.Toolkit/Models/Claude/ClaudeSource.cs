namespace Bedrock.Toolkit.Models;

/// <summary>Where the content of an image or a document is: a closed set, with <see cref="ClaudeUnknownSource"/> for what this version does not know.</summary>
/// <remarks>The vendor's <c>url</c> and <c>file</c> sources are not served by Bedrock; they survive as unknown ones.</remarks>
[JsonConverter(typeof(ClaudeSourceConverter))]
public abstract partial class ClaudeSource : BedrockObject
{
    private protected ClaudeSource() { }

    /// <summary>The kind of source on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public abstract string Type { get; }
}

/// <summary>Bytes that travel in the request.</summary>
public sealed partial class ClaudeBase64Source : ClaudeSource
{
    /// <summary>A source without bytes.</summary>
    public ClaudeBase64Source() { }

    /// <summary>Bytes of a media type.</summary>
    /// <param name="mediaType">Such as <c>image/png</c> or <c>application/pdf</c>.</param>
    /// <param name="data">The bytes, not base64.</param>
    public ClaudeBase64Source(string mediaType, ReadOnlyMemory<byte> data)
    {
        MediaType = mediaType;
        Data = data;
    }

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "base64";

    /// <summary>The media type.</summary>
    /// <value><c>image/jpeg</c>, <c>image/png</c>, <c>image/webp</c>, <c>image/gif</c>, or <c>application/pdf</c> in a document; empty by default.</value>
    [JsonPropertyName("media_type"), AllowNull]
    public string MediaType { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The bytes.</summary>
    /// <value>Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("data")]
    public ReadOnlyMemory<byte> Data { get; set; }
}

/// <summary>Blocks as the content of a document; citations then name blocks.</summary>
public sealed partial class ClaudeContentSource : ClaudeSource
{
    /// <summary>A source without blocks.</summary>
    public ClaudeContentSource() { }

    /// <summary>Content.</summary>
    /// <param name="content">A string, or text and image blocks.</param>
    public ClaudeContentSource(ClaudeContent content) => Content = content;

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "content";

    /// <summary>The content.</summary>
    /// <value>A string, or text and image blocks; empty by default.</value>
    [JsonPropertyName("content"), AllowNull]
    public ClaudeContent Content { get; set => field = value ?? []; } = [];
}

/// <summary>Plain text as the content of a document.</summary>
public sealed partial class ClaudeTextSource : ClaudeSource
{
    /// <summary>A source without text.</summary>
    public ClaudeTextSource() { }

    /// <summary>Plain text.</summary>
    /// <param name="data">The text.</param>
    public ClaudeTextSource(string data) => Data = data;

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "text";

    /// <summary>The media type.</summary>
    /// <value><c>text/plain</c>, the only documented one and the default.</value>
    [JsonPropertyName("media_type"), AllowNull]
    public string MediaType { get; set => field = value ?? "text/plain"; } = "text/plain";

    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("data"), AllowNull]
    public string Data { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A source of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class ClaudeUnknownSource : ClaudeSource, IRawVariant
{
    /// <inheritdoc/>
    public override string Type => Raw.TextOf("type");
}

/// <summary>Reads and writes <see cref="ClaudeSource"/> by its <c>type</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeSourceConverter() : TaggedUnionConverter<ClaudeSource>(
    ClaudeJsonContext.Default, static raw => new ClaudeUnknownSource(raw), "type",
    Case<ClaudeBase64Source>("base64"),
    Case<ClaudeTextSource>("text"),
    Case<ClaudeContentSource>("content"));
