using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A citation from one of the request's documents. Not thread safe while it is changed.</summary>
public abstract class ClaudeDocumentCitation : ClaudeCitation
{
    private protected ClaudeDocumentCitation()
    {
    }

    /// <summary>Which document of the request.</summary>
    /// <value>From 0, over all documents of the conversation; omitted when null.</value>
    [JsonPropertyName("document_index")]
    [JsonConverter(typeof(CountConverter))]
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
