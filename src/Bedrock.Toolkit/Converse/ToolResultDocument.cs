using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A document that a tool answered. Not thread safe while it is changed.</summary>
public sealed class ToolResultDocument : ToolResultContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultDocument()
    {
    }

    /// <summary>A document that a tool answered.</summary>
    /// <param name="document">The document.</param>
    public ToolResultDocument(DocumentBlock document) => Document = document;

    /// <summary>The document.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("document")]
    [JsonConverter(typeof(ConverseObjectConverter<DocumentBlock>))]
    public DocumentBlock? Document { get; set; }

    private protected override void Detach() => Document = Document?.Clone();
}
