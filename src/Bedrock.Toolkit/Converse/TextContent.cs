using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Text of a message. Not thread safe while it is changed.</summary>
public sealed class TextContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public TextContent()
    {
    }

    /// <summary>Text of a message.</summary>
    /// <param name="text">The text.</param>
    public TextContent(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Not empty in a request; empty by default.</value>
    [JsonPropertyName("text")]
    [AllowNull]
    public string Text
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;
}
