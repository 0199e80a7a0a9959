using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A document.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html</remarks>
public sealed partial class DocumentBlock : BedrockObject
{
    /// <summary>The format.</summary>
    /// <value>Needed with bytes and S3; omitted when null.</value>
    [JsonPropertyName("format")]
    public DocumentFormat? Format { get; set; }

    /// <summary>The name by which the model knows the document.</summary>
    /// <value>1 to 200 letters, digits, single spaces, hyphens, parentheses and brackets, different for each document of a conversation;
    /// <see cref="DocumentNames.Sanitise"/> makes such names. A neutral one is safest: the model may read it as an instruction.</value>
    [JsonPropertyName("name"), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Where the document is.</summary>
    /// <value>Must be set in a request; omitted when null.</value>
    [JsonPropertyName("source")]
    public DocumentSource? Source { get; set; }

    /// <summary>What the model should know about the document and is not part of it.</summary>
    /// <value>Never cited; omitted when null.</value>
    [JsonPropertyName("context")]
    public string? Context { get; set; }

    /// <summary>Whether the model may cite it.</summary>
    /// <value>Off when null; omitted when null.</value>
    [JsonPropertyName("citations"), JsonConverter(typeof(ConverseObjectConverter<CitationsConfig>))]
    public CitationsConfig? Citations { get; set; }

    /// <summary>A document whose format its bytes or its file name show.</summary>
    /// <param name="fileName">The file name, or another name; without extension and sanitised it is the document's name.</param>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, or neither bytes nor name show a format that Converse takes.</exception>
    public static DocumentBlock FromBytes(string fileName, ReadOnlyMemory<byte> bytes) => MediaBlocks.Document(bytes, fileName);

    /// <summary>A document from its bytes.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <param name="name">The document's name, by which the model speaks of it; sanitised.</param>
    /// <param name="format">The format; read from the bytes when null. Texts and Office files do not show theirs.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, of no format that they show, or of another one than <paramref name="format"/> says.</exception>
    public static DocumentBlock FromBytes(ReadOnlyMemory<byte> bytes, string name = "document", DocumentFormat? format = null) =>
        MediaBlocks.Document(bytes, name, format);

    /// <summary>A document in S3.</summary>
    /// <param name="uri">The address, such as <c>s3://bucket/report.pdf</c>; its last part without extension, sanitised, is the document's name.</param>
    /// <param name="format">The format; read from the ending of the address when null.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The address is blank, or its ending is unknown and there is no format.</exception>
    public static DocumentBlock FromS3(string uri, DocumentFormat? format = null, string? bucketOwner = null) => new()
    {
        Source = new DocumentS3Source(MediaBlocks.InS3(uri, bucketOwner)),
        Format = new DocumentFormat(MediaNames.ChooseByName(MediaClass.Document, uri, format?.Value)),
        Name = DocumentNames.Sanitise(Path.GetFileNameWithoutExtension(uri)),
    };

    /// <summary>A document that is a text, for models that can cite it.</summary>
    /// <param name="name">The document's name; sanitised.</param>
    /// <param name="text">The text.</param>
    /// <returns>The block.</returns>
    public static DocumentBlock FromText(string name, string text) => new() { Name = DocumentNames.Sanitise(name), Source = new DocumentTextSource(text) };

    /// <summary>A document from a file: its bytes, and the format that they or the file name show.</summary>
    /// <param name="path">The file, such as <c>report.pdf</c>; its name without extension, sanitised, is the document's name.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no format that Converse takes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<DocumentBlock> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        MediaBlocks.Document(await MediaBlocks.ReadAsync(path, cancellationToken).ConfigureAwait(false), path);
}

/// <summary>Where a document is: a closed set, with <see cref="UnknownDocumentSource"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentSource.html</remarks>
[JsonConverter(typeof(DocumentSourceConverter))]
public abstract partial class DocumentSource : BedrockObject
{
    private protected DocumentSource() { }

    /// <summary>Bytes of a document.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    public static implicit operator DocumentSource(ReadOnlyMemory<byte> bytes) => new DocumentBytesSource(bytes);

    /// <summary>Bytes of a document.</summary>
    /// <param name="bytes">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(bytes))]
    public static implicit operator DocumentSource?(byte[]? bytes) => bytes is null ? null : new DocumentBytesSource(bytes);

    /// <summary>The object of a document in S3.</summary>
    /// <param name="s3Location">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(s3Location))]
    public static implicit operator DocumentSource?(S3Location? s3Location) => s3Location is null ? null : new DocumentS3Source(s3Location);
}

/// <summary>A document in the request itself.</summary>
public sealed partial class DocumentBytesSource : DocumentSource
{
    /// <summary>One without content.</summary>
    public DocumentBytesSource() { }

    /// <summary>A document in the request itself.</summary>
    /// <param name="bytes">The bytes.</param>
    public DocumentBytesSource(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>The bytes.</summary>
    /// <value>At least 1 byte. Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("bytes")]
    public ReadOnlyMemory<byte> Bytes { get; set; }
}

/// <summary>A document of blocks that can be cited one by one.</summary>
public sealed partial class DocumentContentSource : DocumentSource
{
    /// <summary>One without content.</summary>
    public DocumentContentSource() { }

    /// <summary>A document of blocks that can be cited one by one.</summary>
    /// <param name="content">The blocks.</param>
    public DocumentContentSource(IList<DocumentContentBlock> content) => Content = content;

    /// <summary>The blocks.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(ConverseListConverter<DocumentContentBlock>)), AllowNull]
    public IList<DocumentContentBlock> Content { get; set => field = value ?? []; } = [];
}

/// <summary>A document in S3.</summary>
public sealed partial class DocumentS3Source : DocumentSource
{
    /// <summary>One without content.</summary>
    public DocumentS3Source() { }

    /// <summary>A document in S3.</summary>
    /// <param name="s3Location">The object.</param>
    public DocumentS3Source(S3Location s3Location) => S3Location = s3Location;

    /// <summary>The object.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location"), JsonConverter(typeof(ConverseObjectConverter<S3Location>))]
    public S3Location? S3Location { get; set; }
}

/// <summary>A document that is a text.</summary>
public sealed partial class DocumentTextSource : DocumentSource
{
    /// <summary>One without content.</summary>
    public DocumentTextSource() { }

    /// <summary>A document that is a text.</summary>
    /// <param name="text">The text.</param>
    public DocumentTextSource(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>Where a document is, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownDocumentSource : DocumentSource, IRawVariant;

/// <summary>Reads and writes <see cref="DocumentSource"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DocumentSourceConverter() : SingleKeyUnionConverter<DocumentSource>(
    ConverseJsonContext.Default, static raw => new UnknownDocumentSource(raw),
    Case<DocumentBytesSource>("bytes"),
    Case<DocumentS3Source>("s3Location"),
    Case<DocumentTextSource>("text"),
    Case<DocumentContentSource>("content"));

/// <summary>One block of a document: a closed set, with <see cref="UnknownDocumentContentBlock"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentContentBlock.html</remarks>
[JsonConverter(typeof(DocumentContentBlockConverter))]
public abstract partial class DocumentContentBlock : BedrockObject
{
    private protected DocumentContentBlock() { }

    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator DocumentContentBlock?(string? text) => text is null ? null : new DocumentTextContent(text);
}

/// <summary>Text of a document.</summary>
public sealed partial class DocumentTextContent : DocumentContentBlock
{
    /// <summary>One without content.</summary>
    public DocumentTextContent() { }

    /// <summary>Text of a document.</summary>
    /// <param name="text">The text.</param>
    public DocumentTextContent(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>One block of a document, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownDocumentContentBlock : DocumentContentBlock, IRawVariant;

/// <summary>Reads and writes <see cref="DocumentContentBlock"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DocumentContentBlockConverter() : SingleKeyUnionConverter<DocumentContentBlock>(
    ConverseJsonContext.Default, static raw => new UnknownDocumentContentBlock(raw),
    Case<DocumentTextContent>("text"));

/// <summary>Whether the model may cite.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsConfig.html</remarks>
public sealed partial class CitationsConfig : BedrockObject
{
    /// <summary>Whether it may.</summary>
    /// <value>False by default.</value>
    [JsonPropertyName("enabled")]
    public bool Enabled { get; set; }
}
