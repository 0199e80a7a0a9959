using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A search result of a message. Not thread safe while it is changed.</summary>
public sealed class SearchResultContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public SearchResultContent()
    {
    }

    /// <summary>A search result of a message.</summary>
    /// <param name="searchResult">The search result.</param>
    public SearchResultContent(SearchResultBlock searchResult) => SearchResult = searchResult;

    /// <summary>The search result.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("searchResult")]
    [JsonConverter(typeof(ConverseObjectConverter<SearchResultBlock>))]
    public SearchResultBlock? SearchResult { get; set; }

    private protected override void Detach() => SearchResult = SearchResult?.Clone();
}
