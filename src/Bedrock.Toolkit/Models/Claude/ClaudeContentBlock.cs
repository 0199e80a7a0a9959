namespace Bedrock.Toolkit.Models;

/// <summary>One block of content, in a request or a response: a closed set, with <see cref="ClaudeUnknownBlock"/> for what this version does not
/// know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html</remarks>
[JsonConverter(typeof(ClaudeContentBlockConverter))]
public abstract partial class ClaudeContentBlock : BedrockObject
{
    private protected ClaudeContentBlock() { }

    /// <summary>A text block.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ClaudeContentBlock?(string? text) => text is null ? null : new ClaudeTextBlock(text);

    /// <summary>An image block.</summary>
    /// <param name="image">The image; null stays null.</param>
    /// <exception cref="ArgumentException">The bytes are no PNG, JPEG, GIF or WebP file.</exception>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator ClaudeContentBlock?(BedrockImage? image) => image is null ? null : ClaudeImageBlock.FromBytes(image.Bytes);

    /// <summary>The kind of block on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public abstract string Type { get; }
}

/// <summary>The summary that takes the place of the conversation before it; send it back unchanged.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-compaction.html</remarks>
public sealed partial class ClaudeCompactionBlock : ClaudeContentBlock
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "compaction";

    /// <summary>The summary.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content")]
    public string? Content { get; set; }

    /// <summary>The summary in encrypted form; unconfirmed on Bedrock.</summary>
    /// <value>Opaque; omitted when null.</value>
    [JsonPropertyName("encrypted_content")]
    public string? EncryptedContent { get; set; }

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }
}

/// <summary>An image.</summary>
/// <remarks>At most 3.75 MB and 8,000 pixels a side; JPEG, PNG, WebP or GIF.</remarks>
public sealed partial class ClaudeImageBlock : ClaudeContentBlock
{
    /// <summary>An image without a source.</summary>
    public ClaudeImageBlock() { }

    /// <summary>An image.</summary>
    /// <param name="source">Where its bytes are.</param>
    public ClaudeImageBlock(ClaudeSource source) => Source = source;

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "image";

    /// <summary>Where the bytes of the image are.</summary>
    /// <value>A <see cref="ClaudeBase64Source"/>: Bedrock takes no URLs and no file ids; null only in what was read.</value>
    [JsonPropertyName("source"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeSource>))]
    public ClaudeSource? Source { get; set; }

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    /// <summary>An image from its bytes.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <param name="mediaType">Such as <c>image/png</c>; read from the bytes when null.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes show no format, or another one than <paramref name="mediaType"/> says.</exception>
    public static ClaudeImageBlock FromBytes(ReadOnlyMemory<byte> bytes, string? mediaType = null) =>
        new(new ClaudeBase64Source(MediaNames.ChooseMediaType(MediaClass.Image, bytes.Span, mediaType), bytes));

    /// <summary>An image from a file.</summary>
    /// <param name="path">The file, such as <c>photo.png</c>; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or no image.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ClaudeImageBlock> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
}

/// <summary>Reasoning that is only given encrypted; send it back unchanged.</summary>
public sealed partial class ClaudeRedactedThinkingBlock : ClaudeContentBlock
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "redacted_thinking";

    /// <summary>The encrypted reasoning.</summary>
    /// <value>Opaque text; empty by default.</value>
    [JsonPropertyName("data"), AllowNull]
    public string Data { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>The model called a tool that the service runs, such as the tool search; send it back unchanged.</summary>
public sealed partial class ClaudeServerToolUseBlock : ClaudeContentBlock
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "server_tool_use";

    /// <summary>The id that the result refers to.</summary>
    /// <value>Such as <c>srvtoolu_…</c>; empty by default.</value>
    [JsonPropertyName("id"), AllowNull]
    public string Id { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The tool.</summary>
    /// <value>Such as <c>tool_search_tool_regex</c>; empty by default.</value>
    [JsonPropertyName("name"), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What the tool was called with.</summary>
    /// <value>A JSON object; <c>{}</c> by default; as for <see cref="ClaudeToolUseBlock.Input"/> a string when a stream's pieces are no JSON.</value>
    [JsonPropertyName("input")]
    public JsonElement Input { get; set => field = value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value; } = RawJson.EmptyObject;

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }
}

/// <summary>Text.</summary>
public sealed partial class ClaudeTextBlock : ClaudeContentBlock
{
    /// <summary>An empty text.</summary>
    public ClaudeTextBlock() { }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public ClaudeTextBlock(string text) => Text = text;

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "text";

    /// <summary>The text.</summary>
    /// <value>Not blank in a user message; empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Where in the request's documents the text comes from.</summary>
    /// <value>In responses, when a document had citations switched on; omitted when null.</value>
    [JsonPropertyName("citations"), JsonConverter(typeof(ClaudeListConverter<ClaudeCitation>))]
    public IList<ClaudeCitation>? Citations { get; set; }

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    /// <summary>Whether a bare string says the same.</summary>
    [JsonIgnore]
    internal bool IsPlain => CacheControl is null && Citations is null && AdditionalProperties is null or { Count: 0 };
}

/// <summary>The model's reasoning before its answer; send it back unchanged.</summary>
/// <remarks>
/// Claude 3.7 shows all of it, later models a summary. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
/// </remarks>
public sealed partial class ClaudeThinkingBlock : ClaudeContentBlock
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "thinking";

    /// <summary>The reasoning.</summary>
    /// <value>Empty by default, and where the display is omitted.</value>
    [JsonPropertyName("thinking"), AllowNull]
    public string Thinking { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What proves that the block comes from the model.</summary>
    /// <value>Opaque; must go back as it came; omitted when null.</value>
    [JsonPropertyName("signature")]
    public string? Signature { get; set; }
}

/// <summary>The name of a deferred tool that is loaded by it.</summary>
public sealed partial class ClaudeToolReferenceBlock : ClaudeContentBlock
{
    /// <summary>A reference without a name.</summary>
    public ClaudeToolReferenceBlock() { }

    /// <summary>A reference to a tool.</summary>
    /// <param name="toolName">The tool.</param>
    public ClaudeToolReferenceBlock(string toolName) => ToolName = toolName;

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "tool_reference";

    /// <summary>The tool.</summary>
    /// <value>A name from the request's tools; empty by default.</value>
    [JsonPropertyName("tool_name"), AllowNull]
    public string ToolName { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>What a tool gave: in a user message, one for each call of the turn before.</summary>
public sealed partial class ClaudeToolResultBlock : ClaudeContentBlock
{
    /// <summary>A result without content.</summary>
    public ClaudeToolResultBlock() { }

    /// <summary>A result.</summary>
    /// <param name="toolUseId">The id of the call.</param>
    /// <param name="content">What the tool gave.</param>
    /// <param name="isError">Whether the tool failed.</param>
    public ClaudeToolResultBlock(string toolUseId, ClaudeContent? content, bool? isError = null)
    {
        ToolUseId = toolUseId;
        Content = content;
        IsError = isError;
    }

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "tool_result";

    /// <summary>The id of the call.</summary>
    /// <value><see cref="ClaudeToolUseBlock.Id"/>; empty by default.</value>
    [JsonPropertyName("tool_use_id"), AllowNull]
    public string ToolUseId { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What the tool gave.</summary>
    /// <value>A string, or text, image, document, search result and tool reference blocks; omitted when null.</value>
    [JsonPropertyName("content")]
    public ClaudeContent? Content { get; set; }

    /// <summary>Whether the tool failed.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("is_error")]
    public bool? IsError { get; set; }

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }
}

/// <summary>What the service's tool search found (<c>tool_search_tool_result</c>); send it back unchanged.</summary>
public sealed partial class ClaudeToolSearchResultBlock : ClaudeContentBlock
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "tool_search_tool_result";

    /// <summary>The id of the call.</summary>
    /// <value><see cref="ClaudeServerToolUseBlock.Id"/>; empty by default.</value>
    [JsonPropertyName("tool_use_id"), AllowNull]
    public string ToolUseId { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What was found.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeToolSearchResult>))]
    public ClaudeToolSearchResult? Content { get; set; }

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }
}

/// <summary>A block of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class ClaudeUnknownBlock : ClaudeContentBlock, IRawVariant
{
    /// <inheritdoc/>
    public override string Type => Raw.TextOf("type");
}

/// <summary>Reads and writes <see cref="ClaudeContentBlock"/> by its <c>type</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeContentBlockConverter() : TaggedUnionConverter<ClaudeContentBlock>(
    ClaudeJsonContext.Default, static raw => new ClaudeUnknownBlock(raw), "type",
    Case<ClaudeTextBlock>("text"),
    Case<ClaudeToolUseBlock>("tool_use"),
    Case<ClaudeToolResultBlock>("tool_result"),
    Case<ClaudeImageBlock>("image"),
    Case<ClaudeDocumentBlock>("document"),
    Case<ClaudeThinkingBlock>("thinking"),
    Case<ClaudeRedactedThinkingBlock>("redacted_thinking"),
    Case<ClaudeSearchResultBlock>("search_result"),
    Case<ClaudeServerToolUseBlock>("server_tool_use"),
    Case<ClaudeToolSearchResultBlock>("tool_search_tool_result"),
    Case<ClaudeToolReferenceBlock>("tool_reference"),
    Case<ClaudeCompactionBlock>("compaction"));
