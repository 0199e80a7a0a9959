using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A range of blocks in a search result of the request; unconfirmed on Bedrock. Not thread safe while it is changed.</summary>
public sealed class ClaudeSearchResultLocationCitation : ClaudeCitation
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-2)]
    public override string Type => "search_result_location";

    /// <summary>Which search result of the request.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("search_result_index")]
    [JsonConverter(typeof(CountConverter))]
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
    [JsonPropertyName("start_block_index")]
    [JsonConverter(typeof(CountConverter))]
    public int? StartBlockIndex { get; set; }

    /// <summary>The block behind the last.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("end_block_index")]
    [JsonConverter(typeof(CountConverter))]
    public int? EndBlockIndex { get; set; }
}
