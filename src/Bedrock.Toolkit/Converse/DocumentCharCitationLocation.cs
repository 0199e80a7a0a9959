using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A passage of a document, by characters. Not thread safe while it is changed.</summary>
public sealed class DocumentCharCitationLocation : CitationLocation
{
    /// <summary>One without content.</summary>
    public DocumentCharCitationLocation()
    {
    }

    /// <summary>A passage of a document, by characters.</summary>
    /// <param name="documentChar">The passage.</param>
    public DocumentCharCitationLocation(DocumentCharLocation documentChar) => DocumentChar = documentChar;

    /// <summary>The passage.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documentChar")]
    [JsonConverter(typeof(ConverseObjectConverter<DocumentCharLocation>))]
    public DocumentCharLocation? DocumentChar { get; set; }

    private protected override void Detach() => DocumentChar = DocumentChar?.Clone();
}
