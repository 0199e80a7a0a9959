namespace Bedrock.Toolkit.Models;

/// <summary>The system prompt: a string, or text blocks.</summary>
/// <remarks>Takes a string or a collection expression: <c>System = "be brief"</c>, <c>System = [new ClaudeTextBlock("be brief") { CacheControl = new()
/// }]</c>.</remarks>
[CollectionBuilder(typeof(ClaudeSystem), nameof(Create))]
[JsonConverter(typeof(ClaudeSystemConverter))]
public sealed class ClaudeSystem : TextOrParts<ClaudeContentBlock>, ICopied<ClaudeSystem>
{
    /// <summary>An empty list.</summary>
    public ClaudeSystem()
        : this([])
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text.</param>
    public ClaudeSystem(string text)
        : base(text)
    {
    }

    private ClaudeSystem(ReadOnlySpan<ClaudeContentBlock> parts)
        : base(parts)
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ClaudeSystem?(string? text) => text is null ? null : new ClaudeSystem(text);

    /// <summary>A list of blocks; the compiler calls this for a collection expression.</summary>
    /// <param name="parts">The blocks.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static ClaudeSystem Create(ReadOnlySpan<ClaudeContentBlock> parts) => new(parts);

    ClaudeSystem ICopied<ClaudeSystem>.Copy() => StringForm is { } text ? new ClaudeSystem(text) : new ClaudeSystem([.. this.Select(part => Copies.Of(part))]);

    private protected override ClaudeContentBlock FromText(string text) => new ClaudeTextBlock(text);

    private protected override string? TextOf(ClaudeContentBlock part) => (part as ClaudeTextBlock)?.Text;

    private protected override bool IsPlain(ClaudeContentBlock part) => part is ClaudeTextBlock { IsPlain: true };
}

/// <summary>Reads and writes <see cref="ClaudeSystem"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeSystemConverter() : TextOrPartsConverter<ClaudeSystem, ClaudeContentBlock>(ClaudeJsonContext.Default)
{
    private protected override ClaudeSystem Create(string text) => new(text);

    private protected override ClaudeSystem Create() => new();
}
