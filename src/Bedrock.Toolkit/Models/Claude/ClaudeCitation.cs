namespace Bedrock.Toolkit.Models;

/// <summary>Where a text of the answer comes from: a closed set, with <see cref="ClaudeUnknownCitation"/> for what this version does not know.</summary>
[JsonConverter(typeof(ClaudeCitationConverter))]
public abstract partial class ClaudeCitation : BedrockObject
{
    private protected ClaudeCitation() { }

    /// <summary>The kind of citation on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type"), JsonPropertyOrder(-2)]
    public abstract string Type { get; }

    /// <summary>The cited words.</summary>
    /// <value>Not counted as output tokens; omitted when null.</value>
    [JsonPropertyName("cited_text"), JsonPropertyOrder(-1)]
    public string? CitedText { get; set; }
}

/// <summary>A citation from one of the request's documents.</summary>
public abstract partial class ClaudeDocumentCitation : ClaudeCitation
{
    private protected ClaudeDocumentCitation() { }

    /// <summary>Which document of the request.</summary>
    /// <value>From 0, over all documents of the conversation; omitted when null.</value>
    [JsonPropertyName("document_index"), JsonConverter(typeof(CountConverter))]
    public int? DocumentIndex { get; set; }

    /// <summary>The title of the document.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("document_title")]
    public string? DocumentTitle { get; set; }

    /// <summary>The id of the file at the vendor; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("file_id")]
    public string? FileId { get; set; }
}

/// <summary>A range of blocks in a search result of the request; unconfirmed on Bedrock.</summary>
public sealed partial class ClaudeSearchResultLocationCitation : ClaudeCitation
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-2)]
    public override string Type => "search_result_location";

    /// <summary>Which search result of the request.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("search_result_index"), JsonConverter(typeof(CountConverter))]
    public int? SearchResultIndex { get; set; }

    /// <summary>Where the result comes from.</summary>
    /// <value>As in the request; omitted when null.</value>
    [JsonPropertyName("source")]
    public string? Source { get; set; }

    /// <summary>The title of the result.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>The first block.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start_block_index"), JsonConverter(typeof(CountConverter))]
    public int? StartBlockIndex { get; set; }

    /// <summary>The block behind the last.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("end_block_index"), JsonConverter(typeof(CountConverter))]
    public int? EndBlockIndex { get; set; }
}

/// <summary>A citation of a kind that this version does not know; it is written back exactly as it was read.</summary>
/// <remarks>Only <see cref="Raw"/> is written: other members set on this object are not.</remarks>
public sealed partial class ClaudeUnknownCitation : ClaudeCitation, IRawVariant
{
    /// <summary>A citation as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public ClaudeUnknownCitation(JsonElement raw)
    {
        Raw = raw;
        CitedText = raw.TextOf("cited_text") is { Length: > 0 } text ? text : null;
    }

    /// <inheritdoc/>
    public override string Type => Raw.TextOf("type");

    /// <summary>The whole citation.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}

/// <summary>Reads and writes <see cref="ClaudeCitation"/> by its <c>type</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeCitationConverter() : TaggedUnionConverter<ClaudeCitation>(
    ClaudeJsonContext.Default, static raw => new ClaudeUnknownCitation(raw), "type",
    Case<ClaudeCharLocationCitation>("char_location"),
    Case<ClaudePageLocationCitation>("page_location"),
    Case<ClaudeContentBlockLocationCitation>("content_block_location"),
    Case<ClaudeSearchResultLocationCitation>("search_result_location"));

/// <summary>A range of characters in a plain-text document.</summary>
public sealed partial class ClaudeCharLocationCitation : ClaudeDocumentCitation
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-2)]
    public override string Type => "char_location";

    /// <summary>The first character.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start_char_index"), JsonConverter(typeof(CountConverter))]
    public int? StartCharIndex { get; set; }

    /// <summary>The character behind the last.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("end_char_index"), JsonConverter(typeof(CountConverter))]
    public int? EndCharIndex { get; set; }
}

/// <summary>A range of blocks in a document that was given as blocks.</summary>
public sealed partial class ClaudeContentBlockLocationCitation : ClaudeDocumentCitation
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-2)]
    public override string Type => "content_block_location";

    /// <summary>The first block.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start_block_index"), JsonConverter(typeof(CountConverter))]
    public int? StartBlockIndex { get; set; }

    /// <summary>The block behind the last.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("end_block_index"), JsonConverter(typeof(CountConverter))]
    public int? EndBlockIndex { get; set; }
}

/// <summary>A range of pages in a PDF document.</summary>
public sealed partial class ClaudePageLocationCitation : ClaudeDocumentCitation
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-2)]
    public override string Type => "page_location";

    /// <summary>The first page.</summary>
    /// <value>From 1; omitted when null.</value>
    [JsonPropertyName("start_page_number"), JsonConverter(typeof(CountConverter))]
    public int? StartPageNumber { get; set; }

    /// <summary>The page behind the last.</summary>
    /// <value>From 1; omitted when null.</value>
    [JsonPropertyName("end_page_number"), JsonConverter(typeof(CountConverter))]
    public int? EndPageNumber { get; set; }
}
