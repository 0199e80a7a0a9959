using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A passage of a document, by blocks. Not thread safe while it is changed.</summary>
public sealed class DocumentChunkCitationLocation : CitationLocation
{
    /// <summary>One without content.</summary>
    public DocumentChunkCitationLocation()
    {
    }

    /// <summary>A passage of a document, by blocks.</summary>
    /// <param name="documentChunk">The passage.</param>
    public DocumentChunkCitationLocation(DocumentChunkLocation documentChunk) => DocumentChunk = documentChunk;

    /// <summary>The passage.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documentChunk")]
    [JsonConverter(typeof(ConverseObjectConverter<DocumentChunkLocation>))]
    public DocumentChunkLocation? DocumentChunk { get; set; }

    private protected override void Detach() => DocumentChunk = DocumentChunk?.Clone();
}
