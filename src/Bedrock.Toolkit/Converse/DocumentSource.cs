using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Where a document is: a closed set, with <see cref="UnknownDocumentSource"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentSource.html</remarks>
[JsonConverter(typeof(DocumentSourceConverter))]
public abstract class DocumentSource
{
    private protected DocumentSource()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

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

    internal DocumentSource Clone()
    {
        var copy = (DocumentSource)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
