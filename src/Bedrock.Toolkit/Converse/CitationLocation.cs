using System.ComponentModel;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Where in the sources a cited passage is: a closed set, with <see cref="UnknownCitationLocation"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationLocation.html</remarks>
[JsonConverter(typeof(CitationLocationConverter))]
public abstract partial class CitationLocation : BedrockObject
{
    private protected CitationLocation() { }
}

/// <summary>A passage of a document, by characters.</summary>
public sealed partial class DocumentCharCitationLocation : CitationLocation
{
    /// <summary>One without content.</summary>
    public DocumentCharCitationLocation() { }

    /// <summary>A passage of a document, by characters.</summary>
    /// <param name="documentChar">The passage.</param>
    public DocumentCharCitationLocation(DocumentCharLocation documentChar) => DocumentChar = documentChar;

    /// <summary>The passage.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documentChar"), JsonConverter(typeof(ConverseObjectConverter<DocumentCharLocation>))]
    public DocumentCharLocation? DocumentChar { get; set; }
}

/// <summary>A passage of a document, by blocks.</summary>
public sealed partial class DocumentChunkCitationLocation : CitationLocation
{
    /// <summary>One without content.</summary>
    public DocumentChunkCitationLocation() { }

    /// <summary>A passage of a document, by blocks.</summary>
    /// <param name="documentChunk">The passage.</param>
    public DocumentChunkCitationLocation(DocumentChunkLocation documentChunk) => DocumentChunk = documentChunk;

    /// <summary>The passage.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documentChunk"), JsonConverter(typeof(ConverseObjectConverter<DocumentChunkLocation>))]
    public DocumentChunkLocation? DocumentChunk { get; set; }
}

/// <summary>A passage of a document, by pages.</summary>
public sealed partial class DocumentPageCitationLocation : CitationLocation
{
    /// <summary>One without content.</summary>
    public DocumentPageCitationLocation() { }

    /// <summary>A passage of a document, by pages.</summary>
    /// <param name="documentPage">The passage.</param>
    public DocumentPageCitationLocation(DocumentPageLocation documentPage) => DocumentPage = documentPage;

    /// <summary>The passage.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documentPage"), JsonConverter(typeof(ConverseObjectConverter<DocumentPageLocation>))]
    public DocumentPageLocation? DocumentPage { get; set; }
}

/// <summary>A passage of a search result.</summary>
public sealed partial class SearchResultCitationLocation : CitationLocation
{
    /// <summary>One without content.</summary>
    public SearchResultCitationLocation() { }

    /// <summary>A passage of a search result.</summary>
    /// <param name="searchResultLocation">The passage.</param>
    public SearchResultCitationLocation(SearchResultLocation searchResultLocation) => SearchResultLocation = searchResultLocation;

    /// <summary>The passage.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("searchResultLocation"), JsonConverter(typeof(ConverseObjectConverter<SearchResultLocation>))]
    public SearchResultLocation? SearchResultLocation { get; set; }
}

/// <summary>A passage of a web page.</summary>
public sealed partial class WebCitationLocation : CitationLocation
{
    /// <summary>One without content.</summary>
    public WebCitationLocation() { }

    /// <summary>A passage of a web page.</summary>
    /// <param name="web">The page.</param>
    public WebCitationLocation(WebLocation web) => Web = web;

    /// <summary>The page.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("web"), JsonConverter(typeof(ConverseObjectConverter<WebLocation>))]
    public WebLocation? Web { get; set; }
}

/// <summary>Where in the sources a cited passage is, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownCitationLocation : CitationLocation, IRawVariant;

/// <summary>Reads and writes <see cref="CitationLocation"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CitationLocationConverter() : SingleKeyUnionConverter<CitationLocation>(
    ConverseJsonContext.Default, static raw => new UnknownCitationLocation(raw),
    Case<WebCitationLocation>("web"),
    Case<DocumentCharCitationLocation>("documentChar"),
    Case<DocumentPageCitationLocation>("documentPage"),
    Case<DocumentChunkCitationLocation>("documentChunk"),
    Case<SearchResultCitationLocation>("searchResultLocation"));

/// <summary>A web page that was cited.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_WebLocation.html</remarks>
public sealed partial class WebLocation : BedrockObject
{
    /// <summary>The address.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("url")]
    public string? Url { get; set; }

    /// <summary>The domain.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("domain")]
    public string? Domain { get; set; }
}

/// <summary>A passage of a document, by characters.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentCharLocation.html</remarks>
public sealed partial class DocumentCharLocation : BedrockObject
{
    /// <summary>Which document of the request.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("documentIndex"), JsonConverter(typeof(CountConverter))]
    public int? DocumentIndex { get; set; }

    /// <summary>The first character.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start"), JsonConverter(typeof(CountConverter))]
    public int? Start { get; set; }

    /// <summary>The character behind the last one.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("end"), JsonConverter(typeof(CountConverter))]
    public int? End { get; set; }
}

/// <summary>A passage of a document, by blocks.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentChunkLocation.html</remarks>
public sealed partial class DocumentChunkLocation : BedrockObject
{
    /// <summary>Which document of the request.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("documentIndex"), JsonConverter(typeof(CountConverter))]
    public int? DocumentIndex { get; set; }

    /// <summary>The first block.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start"), JsonConverter(typeof(CountConverter))]
    public int? Start { get; set; }

    /// <summary>The last block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("end"), JsonConverter(typeof(CountConverter))]
    public int? End { get; set; }
}

/// <summary>A passage of a document, by pages.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentPageLocation.html</remarks>
public sealed partial class DocumentPageLocation : BedrockObject
{
    /// <summary>Which document of the request.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("documentIndex"), JsonConverter(typeof(CountConverter))]
    public int? DocumentIndex { get; set; }

    /// <summary>The first page.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("start"), JsonConverter(typeof(CountConverter))]
    public int? Start { get; set; }

    /// <summary>The last page.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("end"), JsonConverter(typeof(CountConverter))]
    public int? End { get; set; }
}

/// <summary>A passage of a search result.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SearchResultLocation.html</remarks>
public sealed partial class SearchResultLocation : BedrockObject
{
    /// <summary>Which search result of the request.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("searchResultIndex"), JsonConverter(typeof(CountConverter))]
    public int? SearchResultIndex { get; set; }

    /// <summary>The first block.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start"), JsonConverter(typeof(CountConverter))]
    public int? Start { get; set; }

    /// <summary>The last block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("end"), JsonConverter(typeof(CountConverter))]
    public int? End { get; set; }
}
