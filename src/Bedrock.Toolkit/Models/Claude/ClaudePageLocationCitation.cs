using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A range of pages in a PDF document. Not thread safe while it is changed.</summary>
public sealed class ClaudePageLocationCitation : ClaudeDocumentCitation
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-2)]
    public override string Type => "page_location";

    /// <summary>The first page.</summary>
    /// <value>From 1; omitted when null.</value>
    [JsonPropertyName("start_page_number")]
    [JsonConverter(typeof(CountConverter))]
    public int? StartPageNumber { get; set; }

    /// <summary>The page behind the last.</summary>
    /// <value>From 1; omitted when null.</value>
    [JsonPropertyName("end_page_number")]
    [JsonConverter(typeof(CountConverter))]
    public int? EndPageNumber { get; set; }
}
