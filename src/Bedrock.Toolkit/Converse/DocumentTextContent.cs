using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Text of a document. Not thread safe while it is changed.</summary>
public sealed class DocumentTextContent : DocumentContentBlock
{
    /// <summary>One without content.</summary>
    public DocumentTextContent()
    {
    }

    /// <summary>Text of a document.</summary>
    /// <param name="text">The text.</param>
    public DocumentTextContent(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text")]
    [AllowNull]
    public string Text
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;
}
