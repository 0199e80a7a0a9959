using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a tool answered.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html</remarks>
public sealed partial class ToolResultBlock : BedrockObject
{
    /// <summary>The id of the call that is answered.</summary>
    /// <value>1 to 64 characters; empty by default.</value>
    [JsonPropertyName("toolUseId"), AllowNull]
    public string ToolUseId { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The answer.</summary>
    /// <value>Blocks; empty for a tool that answers nothing.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(ConverseListConverter<ToolResultContentBlock>)), AllowNull]
    public IList<ToolResultContentBlock> Content { get; set => field = value ?? []; } = [];

    /// <summary>Whether the tool did its work.</summary>
    /// <value>Success when null; only some models take it; omitted when null.</value>
    [JsonPropertyName("status")]
    public ToolResultStatus? Status { get; set; }

    /// <summary>What kind of result it is, for tools that the service ran.</summary>
    /// <value>Such as <c>nova_code_interpreter_result</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The answer to a call, as text or blocks.</summary>
    /// <param name="call">The call.</param>
    /// <param name="content">The answer.</param>
    /// <returns>The answer, to be put into a message of the user.</returns>
    public static ToolResultBlock For(ToolUseBlock call, params ReadOnlySpan<ToolResultContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new() { ToolUseId = call.ToolUseId, Content = [.. content] };
    }

    /// <summary>The answer to a call, as JSON of a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="answer">The answer. What is no JSON object goes as the member <c>result</c> of one: the service wants an object.</param>
    /// <param name="typeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>The answer, to be put into a message of the user.</returns>
    public static ToolResultBlock For<T>(ToolUseBlock call, T answer, JsonTypeInfo<T> typeInfo) =>
        For(call, new ToolResultJson(Replay.Wrap(JsonSerializer.SerializeToElement(answer, typeInfo))));

    /// <summary>Tells the model that a call failed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="message">What the model should know of the failure; no secrets.</param>
    /// <returns>The answer, to be put into a message of the user.</returns>
    public static ToolResultBlock Failed(ToolUseBlock call, string message)
    {
        ToolResultBlock result = For(call, new ToolResultText(message));
        result.Status = ToolResultStatus.Error;
        return result;
    }
}

/// <summary>One block of a tool's answer: a closed set, with <see cref="UnknownToolResultContentBlock"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultContentBlock.html</remarks>
[JsonConverter(typeof(ToolResultContentBlockConverter))]
public abstract partial class ToolResultContentBlock : BedrockObject
{
    private protected ToolResultContentBlock() { }

    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ToolResultContentBlock?(string? text) => text is null ? null : new ToolResultText(text);

    /// <summary>JSON.</summary>
    /// <param name="json">Any value.</param>
    public static implicit operator ToolResultContentBlock(JsonElement json) => new ToolResultJson(json);

    /// <summary>An image.</summary>
    /// <param name="image">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator ToolResultContentBlock?(ImageBlock? image) => image is null ? null : new ToolResultImage(image);

    /// <summary>An image in an answer.</summary>
    /// <param name="image">What it is made from; null stays null.</param>
    /// <exception cref="ArgumentException">The bytes are no image that Converse takes.</exception>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator ToolResultContentBlock?(BedrockImage? image) => image is null ? null : new ToolResultImage(MediaBlocks.Image(image.Bytes));

    /// <summary>A document.</summary>
    /// <param name="document">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(document))]
    public static implicit operator ToolResultContentBlock?(DocumentBlock? document) => document is null ? null : new ToolResultDocument(document);

    /// <summary>A video.</summary>
    /// <param name="video">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(video))]
    public static implicit operator ToolResultContentBlock?(VideoBlock? video) => video is null ? null : new ToolResultVideo(video);

    /// <summary>A search result.</summary>
    /// <param name="searchResult">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(searchResult))]
    public static implicit operator ToolResultContentBlock?(SearchResultBlock? searchResult) =>
        searchResult is null ? null : new ToolResultSearchResult(searchResult);
}

/// <summary>A document that a tool answered.</summary>
public sealed partial class ToolResultDocument : ToolResultContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultDocument() { }

    /// <summary>A document that a tool answered.</summary>
    /// <param name="document">The document.</param>
    public ToolResultDocument(DocumentBlock document) => Document = document;

    /// <summary>The document.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("document"), JsonConverter(typeof(ConverseObjectConverter<DocumentBlock>))]
    public DocumentBlock? Document { get; set; }
}

/// <summary>An image that a tool answered.</summary>
public sealed partial class ToolResultImage : ToolResultContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultImage() { }

    /// <summary>An image that a tool answered.</summary>
    /// <param name="image">The image.</param>
    public ToolResultImage(ImageBlock image) => Image = image;

    /// <summary>The image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image"), JsonConverter(typeof(ConverseObjectConverter<ImageBlock>))]
    public ImageBlock? Image { get; set; }
}

/// <summary>JSON that a tool answered.</summary>
public sealed partial class ToolResultJson : ToolResultContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultJson() { }

    /// <summary>JSON that a tool answered.</summary>
    /// <param name="json">The JSON.</param>
    public ToolResultJson(JsonElement json) => Json = json;

    /// <summary>The JSON.</summary>
    /// <value>Any value, null too; <c>{}</c> by default.</value>
    [JsonPropertyName("json")]
    public JsonElement Json { get; set => field = value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value; } = RawJson.EmptyObject;
}

/// <summary>A search result that a tool answered.</summary>
public sealed partial class ToolResultSearchResult : ToolResultContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultSearchResult() { }

    /// <summary>A search result that a tool answered.</summary>
    /// <param name="searchResult">The search result.</param>
    public ToolResultSearchResult(SearchResultBlock searchResult) => SearchResult = searchResult;

    /// <summary>The search result.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("searchResult"), JsonConverter(typeof(ConverseObjectConverter<SearchResultBlock>))]
    public SearchResultBlock? SearchResult { get; set; }
}

/// <summary>Text that a tool answered.</summary>
public sealed partial class ToolResultText : ToolResultContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultText() { }

    /// <summary>Text that a tool answered.</summary>
    /// <param name="text">The text.</param>
    public ToolResultText(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A video that a tool answered.</summary>
public sealed partial class ToolResultVideo : ToolResultContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultVideo() { }

    /// <summary>A video that a tool answered.</summary>
    /// <param name="video">The video.</param>
    public ToolResultVideo(VideoBlock video) => Video = video;

    /// <summary>The video.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("video"), JsonConverter(typeof(ConverseObjectConverter<VideoBlock>))]
    public VideoBlock? Video { get; set; }
}

/// <summary>One block of a tool's answer, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownToolResultContentBlock : ToolResultContentBlock, IRawVariant;

/// <summary>Reads and writes <see cref="ToolResultContentBlock"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolResultContentBlockConverter() : SingleKeyUnionConverter<ToolResultContentBlock>(
    ConverseJsonContext.Default, static raw => new UnknownToolResultContentBlock(raw),
    Case<ToolResultJson>("json"),
    Case<ToolResultText>("text"),
    Case<ToolResultImage>("image"),
    Case<ToolResultDocument>("document"),
    Case<ToolResultVideo>("video"),
    Case<ToolResultSearchResult>("searchResult"));

/// <summary>An image.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlock.html</remarks>
public sealed partial class ImageBlock : BedrockObject
{
    /// <summary>The format.</summary>
    /// <value>Must be set in a request.</value>
    [JsonPropertyName("format"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImageFormat Format { get; set; }

    /// <summary>Where the image is.</summary>
    /// <value>Must be set in a request; omitted when null.</value>
    [JsonPropertyName("source")]
    public ImageSource? Source { get; set; }

    /// <summary>Why the image is missing.</summary>
    /// <value>Only in answers; omitted when null.</value>
    [JsonPropertyName("error"), JsonConverter(typeof(ConverseObjectConverter<ErrorBlock>))]
    public ErrorBlock? Error { get; set; }

    /// <summary>An image from its bytes.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <param name="format">The format; read from the bytes when null.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, of no format that Converse takes, or of another one than
    /// <paramref name="format"/> says.</exception>
    public static ImageBlock FromBytes(ReadOnlyMemory<byte> bytes, ImageFormat? format = null) => MediaBlocks.Image(bytes, format);

    /// <summary>An image in S3.</summary>
    /// <param name="uri">The address, such as <c>s3://bucket/photo.png</c>.</param>
    /// <param name="format">The format; read from the ending of the address when null.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The address is blank, or its ending is unknown and there is no format.</exception>
    public static ImageBlock FromS3(string uri, ImageFormat? format = null, string? bucketOwner = null) => new()
    {
        Source = new ImageS3Source(MediaBlocks.InS3(uri, bucketOwner)),
        Format = new ImageFormat(MediaNames.ChooseByName(MediaClass.Image, uri, format?.Value)),
    };

    /// <summary>An image from a file: its bytes, and the format that they show.</summary>
    /// <param name="path">The file, such as <c>photo.png</c>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no format that Converse takes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ImageBlock> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        MediaBlocks.Image(await MediaBlocks.ReadAsync(path, cancellationToken).ConfigureAwait(false));
}

/// <summary>A result of a search of your own, that the model can cite.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SearchResultBlock.html</remarks>
public sealed partial class SearchResultBlock : BedrockObject
{
    /// <summary>Where it comes from.</summary>
    /// <value>Such as an address; empty by default.</value>
    [JsonPropertyName("source"), AllowNull]
    public string Source { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Its title.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("title"), AllowNull]
    public string Title { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Its text.</summary>
    /// <value>Blocks, which are cited one by one; empty by default.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(ConverseListConverter<SearchResultContentBlock>)), AllowNull]
    public IList<SearchResultContentBlock> Content { get; set => field = value ?? []; } = [];

    /// <summary>Whether the model may cite it.</summary>
    /// <value>Off when null; omitted when null.</value>
    [JsonPropertyName("citations"), JsonConverter(typeof(ConverseObjectConverter<CitationsConfig>))]
    public CitationsConfig? Citations { get; set; }
}

/// <summary>Text of a search result.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SearchResultContentBlock.html</remarks>
public sealed partial class SearchResultContentBlock : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator SearchResultContentBlock?(string? text) => text is null ? null : new SearchResultContentBlock { Text = text };
}
