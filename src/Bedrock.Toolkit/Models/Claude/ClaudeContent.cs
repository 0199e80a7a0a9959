namespace Bedrock.Toolkit.Models;

/// <summary>The content of a message or of a tool result: a string, or blocks.</summary>
/// <remarks>Takes a string or a collection expression: <c>Content = "hello"</c>, <c>Content = [new ClaudeTextBlock("look"), image]</c>.</remarks>
[CollectionBuilder(typeof(ClaudeContent), nameof(Create))]
[JsonConverter(typeof(ClaudeContentConverter))]
public sealed class ClaudeContent : TextOrParts<ClaudeContentBlock>, ICopied<ClaudeContent>
{
    /// <summary>An empty list.</summary>
    public ClaudeContent()
        : this([])
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text.</param>
    public ClaudeContent(string text)
        : base(text)
    {
    }

    private ClaudeContent(ReadOnlySpan<ClaudeContentBlock> parts)
        : base(parts)
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ClaudeContent?(string? text) => text is null ? null : new ClaudeContent(text);

    /// <summary>A list of blocks; the compiler calls this for a collection expression.</summary>
    /// <param name="parts">The blocks.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static ClaudeContent Create(ReadOnlySpan<ClaudeContentBlock> parts) => new(parts);

    ClaudeContent ICopied<ClaudeContent>.Copy() =>
        StringForm is { } text ? new ClaudeContent(text) : new ClaudeContent([.. this.Select(part => Copies.Of(part))]);

    private protected override ClaudeContentBlock FromText(string text) => new ClaudeTextBlock(text);

    private protected override string? TextOf(ClaudeContentBlock part) => (part as ClaudeTextBlock)?.Text;

    private protected override bool IsPlain(ClaudeContentBlock part) => part is ClaudeTextBlock { IsPlain: true };
}

/// <summary>Reads and writes <see cref="ClaudeContent"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeContentConverter() : TextOrPartsConverter<ClaudeContent, ClaudeContentBlock>(ClaudeJsonContext.Default)
{
    private protected override ClaudeContent Create(string text) => new(text);

    private protected override ClaudeContent Create() => new();
}
