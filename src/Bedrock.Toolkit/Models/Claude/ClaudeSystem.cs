using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The system prompt: a string, or text blocks. Not thread safe while it is changed.</summary>
/// <remarks>Takes a string or a collection expression: <c>System = "be brief"</c>, <c>System = [new ClaudeTextBlock("be brief") { CacheControl = new() }]</c>.</remarks>
[CollectionBuilder(typeof(ClaudeSystem), nameof(Create))]
[JsonConverter(typeof(ClaudeSystemConverter))]
public sealed class ClaudeSystem : ClaudeBlockList
{
    /// <summary>A system prompt without blocks.</summary>
    public ClaudeSystem()
        : base([])
    {
    }

    /// <summary>A system prompt that is a string on the wire.</summary>
    /// <param name="text">The text.</param>
    public ClaudeSystem(string text)
        : base(text)
    {
    }

    private ClaudeSystem(List<ClaudeContentBlock> blocks)
        : base(blocks)
    {
    }

    /// <summary>A system prompt that is a string on the wire.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ClaudeSystem?(string? text) => text is null ? null : new ClaudeSystem(text);

    /// <summary>A system prompt of blocks; the compiler calls this for a collection expression.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <returns>The system prompt.</returns>
    /// <exception cref="ArgumentNullException">One of the blocks is null.</exception>
    public static ClaudeSystem Create(ReadOnlySpan<ClaudeContentBlock> blocks) => new(Checked(blocks));

    internal ClaudeSystem Clone() => StringForm is { } text ? new ClaudeSystem(text) : new ClaudeSystem(CopyBlocks());
}
