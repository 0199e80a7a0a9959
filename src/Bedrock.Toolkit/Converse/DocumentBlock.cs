using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A document. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html</remarks>
public sealed class DocumentBlock
{
    /// <summary>The format.</summary>
    /// <value>Needed with bytes and S3; omitted when null.</value>
    [JsonPropertyName("format")]
    public DocumentFormat? Format { get; set; }

    /// <summary>The name by which the model knows the document.</summary>
    /// <value>1 to 200 letters, digits, single spaces, hyphens, parentheses and brackets, different for each document of a conversation; <see cref="DocumentNames.Sanitise"/> makes such names. A neutral one is safest: the model may read it as an instruction.</value>
    [JsonPropertyName("name")]
    [AllowNull]
    public string Name
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

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
    [JsonPropertyName("citations")]
    [JsonConverter(typeof(ConverseObjectConverter<CitationsConfig>))]
    public CitationsConfig? Citations { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A document whose format its bytes or its file name show.</summary>
    /// <param name="fileName">The file name, or another name; without extension and sanitised it is the document's name.</param>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, or neither bytes nor name show a format that Converse takes.</exception>
    public static DocumentBlock FromBytes(string fileName, ReadOnlyMemory<byte> bytes) => MediaBlocks.Document(bytes, fileName);

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
    public static async Task<DocumentBlock> FromFileAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return MediaBlocks.Document(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), path);
    }

    internal DocumentBlock Clone()
    {
        var copy = (DocumentBlock)MemberwiseClone();
        copy.Source = Source?.Clone();
        copy.Citations = Citations?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
