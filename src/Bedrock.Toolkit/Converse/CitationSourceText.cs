using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Text of a cited source. Not thread safe while it is changed.</summary>
public sealed class CitationSourceText : CitationSourceContent
{
    /// <summary>One without content.</summary>
    public CitationSourceText()
    {
    }

    /// <summary>Text of a cited source.</summary>
    /// <param name="text">The text.</param>
    public CitationSourceText(string text) => Text = text;

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
