using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Text that has sources. Not thread safe while it is changed.</summary>
public sealed class CitationGeneratedText : CitationGeneratedContent
{
    /// <summary>One without content.</summary>
    public CitationGeneratedText()
    {
    }

    /// <summary>Text that has sources.</summary>
    /// <param name="text">The text.</param>
    public CitationGeneratedText(string text) => Text = text;

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
