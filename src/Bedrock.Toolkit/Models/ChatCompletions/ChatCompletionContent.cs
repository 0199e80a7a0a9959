namespace Bedrock.Toolkit.Models;

/// <summary>The content of a message: a string, or parts.</summary>
/// <remarks>Takes a string or a collection expression: <c>Content = "hello"</c>, <c>Content = [new ChatCompletionTextPart("look"), image]</c>.</remarks>
[CollectionBuilder(typeof(ChatCompletionContent), nameof(Create))]
[JsonConverter(typeof(ChatCompletionContentConverter))]
public sealed class ChatCompletionContent : TextOrParts<ChatCompletionContentPart>, ICopied<ChatCompletionContent>
{
    /// <summary>An empty list.</summary>
    public ChatCompletionContent()
        : this([])
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text.</param>
    public ChatCompletionContent(string text)
        : base(text)
    {
    }

    private ChatCompletionContent(ReadOnlySpan<ChatCompletionContentPart> parts)
        : base(parts)
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ChatCompletionContent?(string? text) => text is null ? null : new ChatCompletionContent(text);

    /// <summary>A list of parts; the compiler calls this for a collection expression.</summary>
    /// <param name="parts">The parts.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static ChatCompletionContent Create(ReadOnlySpan<ChatCompletionContentPart> parts) => new(parts);

    ChatCompletionContent ICopied<ChatCompletionContent>.Copy() =>
        StringForm is { } text ? new ChatCompletionContent(text) : new ChatCompletionContent([.. this.Select(part => Copies.Of(part))]);

    private protected override ChatCompletionContentPart FromText(string text) => new ChatCompletionTextPart(text);

    private protected override string? TextOf(ChatCompletionContentPart part) => (part as ChatCompletionTextPart)?.Text;

    private protected override bool IsPlain(ChatCompletionContentPart part) => part is ChatCompletionTextPart { IsPlain: true };
}

/// <summary>Reads and writes <see cref="ChatCompletionContent"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionContentConverter() : TextOrPartsConverter<ChatCompletionContent, ChatCompletionContentPart>(ChatCompletionJsonContext.Default)
{
    private protected override ChatCompletionContent Create(string text) => new(text);

    private protected override ChatCompletionContent Create() => new();
}
