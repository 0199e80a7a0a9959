using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A document that is a text. Not thread safe while it is changed.</summary>
public sealed class DocumentTextSource : DocumentSource
{
    /// <summary>One without content.</summary>
    public DocumentTextSource()
    {
    }

    /// <summary>A document that is a text.</summary>
    /// <param name="text">The text.</param>
    public DocumentTextSource(string text) => Text = text;

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
