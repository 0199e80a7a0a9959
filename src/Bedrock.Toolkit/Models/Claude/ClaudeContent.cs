using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The content of a message or of a tool result: a string, or blocks. Not thread safe while it is changed.</summary>
/// <remarks>Takes a string or a collection expression: <c>Content = "hello"</c>, <c>Content = [new ClaudeTextBlock("look"), image]</c>.</remarks>
[CollectionBuilder(typeof(ClaudeContent), nameof(Create))]
[JsonConverter(typeof(ClaudeContentConverter))]
public sealed class ClaudeContent : ClaudeBlockList
{
    /// <summary>Content without blocks.</summary>
    public ClaudeContent()
        : base([])
    {
    }

    /// <summary>Content that is a string on the wire.</summary>
    /// <param name="text">The text.</param>
    public ClaudeContent(string text)
        : base(text)
    {
    }

    private ClaudeContent(List<ClaudeContentBlock> blocks)
        : base(blocks)
    {
    }

    /// <summary>Content that is a string on the wire.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ClaudeContent?(string? text) => text is null ? null : new ClaudeContent(text);

    /// <summary>Content of blocks; the compiler calls this for a collection expression.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <returns>The content.</returns>
    /// <exception cref="ArgumentNullException">One of the blocks is null.</exception>
    public static ClaudeContent Create(ReadOnlySpan<ClaudeContentBlock> blocks) => new(Checked(blocks));

    internal ClaudeContent Clone() => StringForm is { } text ? new ClaudeContent(text) : new ClaudeContent(CopyBlocks());
}
