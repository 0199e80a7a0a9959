using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A passage of a document, by pages. Not thread safe while it is changed.</summary>
public sealed class DocumentPageCitationLocation : CitationLocation
{
    /// <summary>One without content.</summary>
    public DocumentPageCitationLocation()
    {
    }

    /// <summary>A passage of a document, by pages.</summary>
    /// <param name="documentPage">The passage.</param>
    public DocumentPageCitationLocation(DocumentPageLocation documentPage) => DocumentPage = documentPage;

    /// <summary>The passage.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documentPage")]
    [JsonConverter(typeof(ConverseObjectConverter<DocumentPageLocation>))]
    public DocumentPageLocation? DocumentPage { get; set; }

    private protected override void Detach() => DocumentPage = DocumentPage?.Clone();
}
