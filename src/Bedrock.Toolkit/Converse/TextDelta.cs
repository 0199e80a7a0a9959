using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of text. Not thread safe while it is changed.</summary>
public sealed class TextDelta : ContentBlockDelta
{
    /// <summary>One without content.</summary>
    public TextDelta()
    {
    }

    /// <summary>A piece of text.</summary>
    /// <param name="text">The piece.</param>
    public TextDelta(string text) => Text = text;

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
