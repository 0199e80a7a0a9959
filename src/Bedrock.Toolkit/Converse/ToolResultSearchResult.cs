using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A search result that a tool answered. Not thread safe while it is changed.</summary>
public sealed class ToolResultSearchResult : ToolResultContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultSearchResult()
    {
    }

    /// <summary>A search result that a tool answered.</summary>
    /// <param name="searchResult">The search result.</param>
    public ToolResultSearchResult(SearchResultBlock searchResult) => SearchResult = searchResult;

    /// <summary>The search result.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("searchResult")]
    [JsonConverter(typeof(ConverseObjectConverter<SearchResultBlock>))]
    public SearchResultBlock? SearchResult { get; set; }

    private protected override void Detach() => SearchResult = SearchResult?.Clone();
}
