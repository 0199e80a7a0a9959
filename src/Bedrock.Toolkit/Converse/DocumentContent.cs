using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A document of a message. Not thread safe while it is changed.</summary>
public sealed class DocumentContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public DocumentContent()
    {
    }

    /// <summary>A document of a message.</summary>
    /// <param name="document">The document.</param>
    public DocumentContent(DocumentBlock document) => Document = document;

    /// <summary>The document.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("document")]
    [JsonConverter(typeof(ConverseObjectConverter<DocumentBlock>))]
    public DocumentBlock? Document { get; set; }

    private protected override void Detach() => Document = Document?.Clone();
}
