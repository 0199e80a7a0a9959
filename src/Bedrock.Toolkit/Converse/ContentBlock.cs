using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>One block of a message: a closed set, with <see cref="UnknownContentBlock"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html</remarks>
[JsonConverter(typeof(ContentBlockConverter))]
public abstract partial class ContentBlock : BedrockObject
{
    private protected ContentBlock() { }

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

/// <summary>A sound of a message.</summary>
public sealed partial class AudioContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public AudioContent() { }

    /// <summary>A sound of a message.</summary>
    /// <param name="audio">The sound.</param>
    public AudioContent(AudioBlock audio) => Audio = audio;

    /// <summary>The sound.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("audio"), JsonConverter(typeof(ConverseObjectConverter<AudioBlock>))]
    public AudioBlock? Audio { get; set; }
}

/// <summary>A cache point in a message: what stands before it is cached.</summary>
public sealed partial class CachePointContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public CachePointContent() { }

    /// <summary>A cache point in a message: what stands before it is cached.</summary>
    /// <param name="cachePoint">The cache point.</param>
    public CachePointContent(CachePointBlock cachePoint) => CachePoint = cachePoint;

    /// <summary>The cache point.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cachePoint"), JsonConverter(typeof(ConverseObjectConverter<CachePointBlock>))]
    public CachePointBlock? CachePoint { get; set; }
}

/// <summary>Text with its sources.</summary>
public sealed partial class CitationsContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public CitationsContent() { }

    /// <summary>Text with its sources.</summary>
    /// <param name="block">Text and sources.</param>
    public CitationsContent(CitationsContentBlock block) => Block = block;

    /// <summary>Text and sources.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("citationsContent"), JsonConverter(typeof(ConverseObjectConverter<CitationsContentBlock>))]
    public CitationsContentBlock? Block { get; set; }
}

/// <summary>A document of a message.</summary>
public sealed partial class DocumentContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public DocumentContent() { }

    /// <summary>A document of a message.</summary>
    /// <param name="document">The document.</param>
    public DocumentContent(DocumentBlock document) => Document = document;

    /// <summary>The document.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("document"), JsonConverter(typeof(ConverseObjectConverter<DocumentBlock>))]
    public DocumentBlock? Document { get; set; }
}

/// <summary>Content that a guardrail looks at.</summary>
public sealed partial class GuardContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public GuardContent() { }

    /// <summary>Content that a guardrail looks at.</summary>
    /// <param name="content">The content.</param>
    public GuardContent(GuardrailConverseContentBlock content) => Content = content;

    /// <summary>The content.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("guardContent")]
    public GuardrailConverseContentBlock? Content { get; set; }
}

/// <summary>An image of a message.</summary>
public sealed partial class ImageContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public ImageContent() { }

    /// <summary>An image of a message.</summary>
    /// <param name="image">The image.</param>
    public ImageContent(ImageBlock image) => Image = image;

    /// <summary>The image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image"), JsonConverter(typeof(ConverseObjectConverter<ImageBlock>))]
    public ImageBlock? Image { get; set; }
}

/// <summary>The model's reasoning; sent back unchanged in the next request.</summary>
public sealed partial class ReasoningContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public ReasoningContent() { }

    /// <summary>The model's reasoning; sent back unchanged in the next request.</summary>
    /// <param name="reasoning">The reasoning.</param>
    public ReasoningContent(ReasoningContentBlock reasoning) => Reasoning = reasoning;

    /// <summary>The reasoning.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reasoningContent")]
    public ReasoningContentBlock? Reasoning { get; set; }
}

/// <summary>A search result of a message.</summary>
public sealed partial class SearchResultContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public SearchResultContent() { }

    /// <summary>A search result of a message.</summary>
    /// <param name="searchResult">The search result.</param>
    public SearchResultContent(SearchResultBlock searchResult) => SearchResult = searchResult;

    /// <summary>The search result.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("searchResult"), JsonConverter(typeof(ConverseObjectConverter<SearchResultBlock>))]
    public SearchResultBlock? SearchResult { get; set; }
}

/// <summary>A tool that is there from this turn on.</summary>
public sealed partial class ToolAdditionContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public ToolAdditionContent() { }

    /// <summary>A tool that is there from this turn on.</summary>
    /// <param name="toolAddition">The tool.</param>
    public ToolAdditionContent(ToolAdditionBlock toolAddition) => ToolAddition = toolAddition;

    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolAddition"), JsonConverter(typeof(ConverseObjectConverter<ToolAdditionBlock>))]
    public ToolAdditionBlock? ToolAddition { get; set; }
}

/// <summary>A tool that is gone from this turn on.</summary>
public sealed partial class ToolRemovalContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public ToolRemovalContent() { }

    /// <summary>A tool that is gone from this turn on.</summary>
    /// <param name="toolRemoval">The tool.</param>
    public ToolRemovalContent(ToolRemovalBlock toolRemoval) => ToolRemoval = toolRemoval;

    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolRemoval"), JsonConverter(typeof(ConverseObjectConverter<ToolRemovalBlock>))]
    public ToolRemovalBlock? ToolRemoval { get; set; }
}

/// <summary>A tool's answer in a message.</summary>
public sealed partial class ToolResultBlockContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultBlockContent() { }

    /// <summary>A tool's answer in a message.</summary>
    /// <param name="toolResult">The answer.</param>
    public ToolResultBlockContent(ToolResultBlock toolResult) => ToolResult = toolResult;

    /// <summary>The answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolResult"), JsonConverter(typeof(ConverseObjectConverter<ToolResultBlock>))]
    public ToolResultBlock? ToolResult { get; set; }
}

/// <summary>A tool call of a message.</summary>
public sealed partial class ToolUseContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public ToolUseContent() { }

    /// <summary>A tool call of a message.</summary>
    /// <param name="toolUse">The call.</param>
    public ToolUseContent(ToolUseBlock toolUse) => ToolUse = toolUse;

    /// <summary>The call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUse"), JsonConverter(typeof(ConverseObjectConverter<ToolUseBlock>))]
    public ToolUseBlock? ToolUse { get; set; }
}

/// <summary>A video of a message.</summary>
public sealed partial class VideoContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public VideoContent() { }

    /// <summary>A video of a message.</summary>
    /// <param name="video">The video.</param>
    public VideoContent(VideoBlock video) => Video = video;

    /// <summary>The video.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("video"), JsonConverter(typeof(ConverseObjectConverter<VideoBlock>))]
    public VideoBlock? Video { get; set; }
}

/// <summary>One block of a message, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownContentBlock : ContentBlock, IRawVariant;

/// <summary>Reads and writes <see cref="ContentBlock"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContentBlockConverter() : SingleKeyUnionConverter<ContentBlock>(
    ConverseJsonContext.Default, static raw => new UnknownContentBlock(raw),
    Case<TextBlock>("text"),
    Case<ImageContent>("image"),
    Case<DocumentContent>("document"),
    Case<VideoContent>("video"),
    Case<AudioContent>("audio"),
    Case<ToolUseContent>("toolUse"),
    Case<ToolResultBlockContent>("toolResult"),
    Case<GuardContent>("guardContent"),
    Case<CachePointContent>("cachePoint"),
    Case<ReasoningContent>("reasoningContent"),
    Case<CitationsContent>("citationsContent"),
    Case<SearchResultContent>("searchResult"),
    Case<ToolAdditionContent>("toolAddition"),
    Case<ToolRemovalContent>("toolRemoval"));
