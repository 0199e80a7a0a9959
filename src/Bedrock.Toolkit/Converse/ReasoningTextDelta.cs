using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of reasoning that can be read. Not thread safe while it is changed.</summary>
public sealed class ReasoningTextDelta : ReasoningContentBlockDelta
{
    /// <summary>One without content.</summary>
    public ReasoningTextDelta()
    {
    }

    /// <summary>A piece of reasoning that can be read.</summary>
    /// <param name="text">The piece.</param>
    public ReasoningTextDelta(string text) => Text = text;

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
