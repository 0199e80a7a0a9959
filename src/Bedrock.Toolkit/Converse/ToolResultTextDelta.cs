using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of text of a tool's answer. Not thread safe while it is changed.</summary>
public sealed class ToolResultTextDelta : ToolResultBlockDelta
{
    /// <summary>One without content.</summary>
    public ToolResultTextDelta()
    {
    }

    /// <summary>A piece of text of a tool's answer.</summary>
    /// <param name="text">The piece.</param>
    public ToolResultTextDelta(string text) => Text = text;

    /// <summary>The piece.</summary>
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
