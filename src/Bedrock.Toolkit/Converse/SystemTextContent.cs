using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Text of the system prompt. Not thread safe while it is changed.</summary>
public sealed class SystemTextContent : SystemContentBlock
{
    /// <summary>One without content.</summary>
    public SystemTextContent()
    {
    }

    /// <summary>Text of the system prompt.</summary>
    /// <param name="text">The text.</param>
    public SystemTextContent(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Not blank; empty by default.</value>
    [JsonPropertyName("text")]
    [AllowNull]
    public string Text
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;
}
