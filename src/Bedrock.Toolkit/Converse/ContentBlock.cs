namespace Bedrock.Toolkit.Converse;

public abstract partial class ContentBlock
{
    /// <summary>A block of text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ContentBlock?(string? text) => text is null ? null : new TextBlock(text);

    /// <summary>A block with an image.</summary>
    /// <param name="image">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator ContentBlock?(ImageBlock? image) => image is null ? null : new ImageContent(image);

    /// <summary>A block with an image.</summary>
    /// <param name="image">What it is made from; null stays null.</param>
    /// <exception cref="ArgumentException">The bytes are no image that Converse takes.</exception>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator ContentBlock?(BedrockImage? image) => image is null ? null : new ImageContent(MediaBlocks.Image(image.Bytes));

    /// <summary>A block with a document.</summary>
    /// <param name="document">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(document))]
    public static implicit operator ContentBlock?(DocumentBlock? document) => document is null ? null : new DocumentContent(document);

    /// <summary>A block with a video.</summary>
    /// <param name="video">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(video))]
    public static implicit operator ContentBlock?(VideoBlock? video) => video is null ? null : new VideoContent(video);

    /// <summary>A block with a sound.</summary>
    /// <param name="audio">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(audio))]
    public static implicit operator ContentBlock?(AudioBlock? audio) => audio is null ? null : new AudioContent(audio);

    /// <summary>A block with a tool call.</summary>
    /// <param name="toolUse">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(toolUse))]
    public static implicit operator ContentBlock?(ToolUseBlock? toolUse) => toolUse is null ? null : new ToolUseContent(toolUse);

    /// <summary>A block with a tool's answer.</summary>
    /// <param name="toolResult">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(toolResult))]
    public static implicit operator ContentBlock?(ToolResultBlock? toolResult) => toolResult is null ? null : new ToolResultBlockContent(toolResult);

    /// <summary>A cache point.</summary>
    /// <param name="cachePoint">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(cachePoint))]
    public static implicit operator ContentBlock?(CachePointBlock? cachePoint) => cachePoint is null ? null : new CachePointContent(cachePoint);

    /// <summary>A block with a search result.</summary>
    /// <param name="searchResult">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(searchResult))]
    public static implicit operator ContentBlock?(SearchResultBlock? searchResult) => searchResult is null ? null : new SearchResultContent(searchResult);

    /// <summary>A block with reasoning.</summary>
    /// <param name="reasoning">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(reasoning))]
    public static implicit operator ContentBlock?(ReasoningContentBlock? reasoning) => reasoning is null ? null : new ReasoningContent(reasoning);

    /// <summary>A block with reasoning that can be read.</summary>
    /// <param name="reasoning">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(reasoning))]
    public static implicit operator ContentBlock?(ReasoningTextBlock? reasoning) =>
        reasoning is null ? null : new ReasoningContent(new ReasoningTextContent(reasoning));

    /// <summary>A block of text with its sources.</summary>
    /// <param name="citations">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(citations))]
    public static implicit operator ContentBlock?(CitationsContentBlock? citations) => citations is null ? null : new CitationsContent(citations);

    /// <summary>A block that a guardrail looks at.</summary>
    /// <param name="content">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(content))]
    public static implicit operator ContentBlock?(GuardrailConverseContentBlock? content) => content is null ? null : new GuardContent(content);

    /// <summary>An image, document, video or sound from a file: its bytes, and the format that bytes and file name show.</summary>
    /// <remarks>A document gets its file name without extension, sanitised, as its name. For more than that use <see cref="ImageBlock"/> and its
    /// like.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">Neither bytes nor name show a format that Converse takes, or the file is empty.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ContentBlock> FromFileAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        byte[] bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        return MediaBlocks.FromBytes(bytes, path);
    }
}

public abstract partial class ReasoningContentBlock
{
    /// <summary>Reasoning that can be read.</summary>
    /// <param name="reasoning">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(reasoning))]
    public static implicit operator ReasoningContentBlock?(ReasoningTextBlock? reasoning) => reasoning is null ? null : new ReasoningTextContent(reasoning);
}

public abstract partial class CitationSourceContent
{
    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator CitationSourceContent?(string? text) => text is null ? null : new CitationSourceText(text);
}

public abstract partial class CitationGeneratedContent
{
    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator CitationGeneratedContent?(string? text) => text is null ? null : new CitationGeneratedText(text);
}

public sealed partial class SearchResultContentBlock
{
    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator SearchResultContentBlock?(string? text) => text is null ? null : new SearchResultContentBlock { Text = text };
}

public abstract partial class GuardrailConverseContentBlock
{
    /// <summary>A block of text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator GuardrailConverseContentBlock?(GuardrailConverseTextBlock? text) => text is null ? null : new GuardrailConverseText(text);

    /// <summary>A block with an image.</summary>
    /// <param name="image">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator GuardrailConverseContentBlock?(GuardrailConverseImageBlock? image) =>
        image is null ? null : new GuardrailConverseImage(image);

    /// <summary>A block of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="qualifiers">What the text is to the guardrail.</param>
    /// <returns>The block.</returns>
    public static GuardrailConverseContentBlock ForText(string text, params ReadOnlySpan<GuardrailConverseContentQualifier> qualifiers) =>
        new GuardrailConverseText(new GuardrailConverseTextBlock { Text = text, Qualifiers = qualifiers.IsEmpty ? null : [.. qualifiers] });
}

public abstract partial class GuardrailConverseImageSource
{
    /// <summary>Bytes of an image.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    public static implicit operator GuardrailConverseImageSource(ReadOnlyMemory<byte> bytes) => new GuardrailConverseImageBytes(bytes);

    /// <summary>Bytes of an image.</summary>
    /// <param name="bytes">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(bytes))]
    public static implicit operator GuardrailConverseImageSource?(byte[]? bytes) => bytes is null ? null : new GuardrailConverseImageBytes(bytes);
}
