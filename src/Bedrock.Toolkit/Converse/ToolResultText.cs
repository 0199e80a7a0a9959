using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Text that a tool answered. Not thread safe while it is changed.</summary>
public sealed class ToolResultText : ToolResultContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultText()
    {
    }

    /// <summary>Text that a tool answered.</summary>
    /// <param name="text">The text.</param>
    public ToolResultText(string text) => Text = text;

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
