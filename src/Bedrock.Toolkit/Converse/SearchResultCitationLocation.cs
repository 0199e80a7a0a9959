using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A passage of a search result. Not thread safe while it is changed.</summary>
public sealed class SearchResultCitationLocation : CitationLocation
{
    /// <summary>One without content.</summary>
    public SearchResultCitationLocation()
    {
    }

    /// <summary>A passage of a search result.</summary>
    /// <param name="searchResultLocation">The passage.</param>
    public SearchResultCitationLocation(SearchResultLocation searchResultLocation) => SearchResultLocation = searchResultLocation;

    /// <summary>The passage.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("searchResultLocation")]
    [JsonConverter(typeof(ConverseObjectConverter<SearchResultLocation>))]
    public SearchResultLocation? SearchResultLocation { get; set; }

    private protected override void Detach() => SearchResultLocation = SearchResultLocation?.Clone();
}
