using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>One block of a message: a closed set, with <see cref="UnknownContentBlock"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html</remarks>
[JsonConverter(typeof(ContentBlockConverter))]
public abstract class ContentBlock
{
    private protected ContentBlock()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A block of text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ContentBlock?(string? text) => text is null ? null : new TextContent(text);

    /// <summary>A block with an image.</summary>
    /// <param name="image">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator ContentBlock?(ImageBlock? image) => image is null ? null : new ImageContent(image);

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
    public static implicit operator ContentBlock?(ToolResultBlock? toolResult) => toolResult is null ? null : new ToolResultContent(toolResult);

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
    public static implicit operator ContentBlock?(ReasoningTextBlock? reasoning) => reasoning is null ? null : new ReasoningContent(new ReasoningTextContent(reasoning));

    /// <summary>A block of text with its sources.</summary>
    /// <param name="citations">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(citations))]
    public static implicit operator ContentBlock?(CitationsContentBlock? citations) => citations is null ? null : new CitationsContent(citations);

    /// <summary>A block that a guardrail looks at.</summary>
    /// <param name="content">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(content))]
    public static implicit operator ContentBlock?(GuardrailConverseContentBlock? content) => content is null ? null : new GuardContent(content);

    /// <summary>An image, document, video or sound from a file: its bytes, and the format that bytes and file name show.</summary>
    /// <remarks>A document gets its file name without extension, sanitised, as its name. For more than that use <see cref="ImageBlock"/> and its like.</remarks>
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

    internal ContentBlock Clone()
    {
        var copy = (ContentBlock)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
