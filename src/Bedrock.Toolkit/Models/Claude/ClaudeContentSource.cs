using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Blocks as the content of a document; citations then name blocks. Not thread safe while it is changed.</summary>
public sealed class ClaudeContentSource : ClaudeSource
{
    /// <summary>A source without blocks.</summary>
    public ClaudeContentSource()
    {
    }

    /// <summary>Content.</summary>
    /// <param name="content">A string, or text and image blocks.</param>
    public ClaudeContentSource(ClaudeContent content) => Content = content;

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "content";

    /// <summary>The content.</summary>
    /// <value>A string, or text and image blocks; empty by default.</value>
    [JsonPropertyName("content")]
    [AllowNull]
    public ClaudeContent Content
    {
        get;
        set => field = value ?? [];
    }
    = [];

    private protected override void Detach() => Content = Content.Clone();
}
