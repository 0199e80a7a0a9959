using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A text for a variable. Not thread safe while it is changed.</summary>
public sealed class TextPromptVariable : PromptVariableValues
{
    /// <summary>One without content.</summary>
    public TextPromptVariable()
    {
    }

    /// <summary>A text for a variable.</summary>
    /// <param name="text">The text.</param>
    public TextPromptVariable(string text) => Text = text;

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
