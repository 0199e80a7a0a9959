using System.Text.Unicode;

namespace Bedrock.Toolkit.Models;

/// <summary>A search result that the caller found and the model may cite. Unconfirmed on Bedrock.</summary>
public sealed partial class ClaudeSearchResultBlock : ClaudeContentBlock
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "search_result";

    /// <summary>Where the result comes from.</summary>
    /// <value>A URL or another name; empty by default.</value>
    [JsonPropertyName("source"), AllowNull]
    public string Source { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The title that citations name.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("title"), AllowNull]
    public string Title { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The text of the result.</summary>
    /// <value>Text blocks; empty by default.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(ClaudeListConverter<ClaudeContentBlock>)), AllowNull]
    public IList<ClaudeContentBlock> Content { get; set => field = value ?? []; } = [];

    /// <summary>Whether the answer cites this result.</summary>
    /// <value>Off by default; omitted when null.</value>
    [JsonPropertyName("citations"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCitationSettings>))]
    public ClaudeCitationSettings? Citations { get; set; }

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }
}

/// <summary>A document for the model to read and to cite.</summary>
/// <remarks>PDF: at most 100 pages in a request.</remarks>
public sealed partial class ClaudeDocumentBlock : ClaudeContentBlock
{
    /// <summary>A document without a source.</summary>
    public ClaudeDocumentBlock() { }

    /// <summary>A document.</summary>
    /// <param name="source">Where its content is.</param>
    public ClaudeDocumentBlock(ClaudeSource source) => Source = source;

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "document";

    /// <summary>Where the content of the document is.</summary>
    /// <value>PDF bytes, plain text, or blocks; null only in what was read.</value>
    [JsonPropertyName("source"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeSource>))]
    public ClaudeSource? Source { get; set; }

    /// <summary>The title that citations name.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>What the model should know about the document; not cited.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("context")]
    public string? Context { get; set; }

    /// <summary>Whether the answer cites this document.</summary>
    /// <value>Off by default; omitted when null.</value>
    [JsonPropertyName("citations"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCitationSettings>))]
    public ClaudeCitationSettings? Citations { get; set; }

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    /// <summary>A PDF document from its bytes.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <param name="title">The title that citations name; null for none.</param>
    /// <returns>The block.</returns>
    public static ClaudeDocumentBlock FromPdf(ReadOnlyMemory<byte> bytes, string? title = null) =>
        new(new ClaudeBase64Source("application/pdf", bytes)) { Title = title };

    /// <summary>A document from its bytes: a PDF, or a text in UTF-8.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <param name="title">The title that citations name; null for none.</param>
    /// <param name="mediaType"><c>application/pdf</c> or <c>text/plain</c>; read from the bytes when null.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, neither PDF nor text, or something else than <paramref name="mediaType"/> says.</exception>
    public static ClaudeDocumentBlock FromBytes(ReadOnlyMemory<byte> bytes, string? title = null, string? mediaType = null)
    {
        // A text shows nothing; what is no UTF-8 is none.
        string type = MediaNames.ChooseMediaType(
            MediaClass.Document, bytes.Span, mediaType, mediaType is null && Utf8.IsValid(bytes.Span) ? "text.txt" : null);
        return type switch
        {
            "application/pdf" => FromPdf(bytes, title),
            "text/plain" => FromText(Encoding.UTF8.GetString(bytes.Span), title),
            _ => throw new ArgumentException($"mediaType is '{type}', but Claude takes application/pdf and text/plain.", nameof(mediaType)),
        };
    }

    /// <summary>A document from a file: a PDF, or a text in UTF-8. Its name is the title.</summary>
    /// <param name="path">The file, such as <c>report.pdf</c>; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or neither PDF nor text.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ClaudeDocumentBlock> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), Path.GetFileName(path));

    /// <summary>A plain-text document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="title">The title that citations name; null for none.</param>
    /// <returns>The block.</returns>
    public static ClaudeDocumentBlock FromText(string text, string? title = null) => new(new ClaudeTextSource(text)) { Title = title };

    /// <summary>A document of blocks, which citations then count.</summary>
    /// <param name="content">A string, or text and image blocks.</param>
    /// <param name="title">The title that citations name; null for none.</param>
    /// <returns>The block.</returns>
    public static ClaudeDocumentBlock FromContent(ClaudeContent content, string? title = null) => new(new ClaudeContentSource(content)) { Title = title };
}

/// <summary>Whether the answer cites a document or a search result.</summary>
public sealed partial class ClaudeCitationSettings : BedrockObject
{
    /// <summary>Citations left to the service's default, which is off.</summary>
    public ClaudeCitationSettings() { }

    /// <summary>Citations switched on or off.</summary>
    /// <param name="enabled">Whether the answer cites.</param>
    public ClaudeCitationSettings(bool enabled) => Enabled = enabled;

    /// <summary>Whether the answer cites.</summary>
    /// <value>Off by default; all documents of a request must agree; omitted when null.</value>
    [JsonPropertyName("enabled")]
    public bool? Enabled { get; set; }
}
