using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Agents.Building;

namespace Bedrock.Toolkit.Agents;

/// <summary>A document for a knowledge base: bytes, text, or an object in S3. Immutable.</summary>
public sealed class KnowledgeBaseFile
{
    private readonly InlineContent? _inline;

    private KnowledgeBaseFile(string id, InlineContent? inline, IReadOnlyDictionary<string, object>? attributes) =>
        (Id, _inline, Attributes) = (id, inline, attributes ?? new Dictionary<string, object>());

    /// <summary>The id, or the S3 URI.</summary>
    public string Id { get; }

    /// <summary>What filters see: texts, numbers, booleans, lists of texts.</summary>
    /// <value>Empty when there are none.</value>
    public IReadOnlyDictionary<string, object> Attributes { get; }

    /// <summary>A document of text, for a data source of the type <c>CUSTOM</c>.</summary>
    /// <param name="id">The id; the same id takes the place of the document before.</param>
    /// <param name="text">The text.</param>
    /// <param name="attributes">What filters see: texts, numbers, booleans, lists of texts.</param>
    /// <returns>The document.</returns>
    public static KnowledgeBaseFile FromText(string id, string text, IReadOnlyDictionary<string, object>? attributes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new KnowledgeBaseFile(id, new InlineContent { Type = InlineContentType.Text, TextContent = new TextContentDoc { Data = text } }, attributes);
    }

    /// <summary>A document of bytes, for a data source of the type <c>CUSTOM</c>.</summary>
    /// <param name="id">The id; the same id takes the place of the document before.</param>
    /// <param name="data">The bytes; not copied.</param>
    /// <param name="mimeType">Such as <c>application/pdf</c>.</param>
    /// <param name="attributes">What filters see: texts, numbers, booleans, lists of texts.</param>
    /// <returns>The document.</returns>
    public static KnowledgeBaseFile FromBytes(string id, ReadOnlyMemory<byte> data, string mimeType, IReadOnlyDictionary<string, object>? attributes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(mimeType);
        return new KnowledgeBaseFile(
            id,
            new InlineContent { Type = InlineContentType.Byte, ByteContent = new AgentByteContentDoc { MimeType = mimeType, Data = data } },
            attributes);
    }

    /// <summary>A document in S3, for a data source of the type <c>S3</c>.</summary>
    /// <param name="uri">Such as <c>s3://bucket/key</c>.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentException">The text is no S3 URI.</exception>
    public static KnowledgeBaseFile FromS3(string uri)
    {
        ArgumentException.ThrowIfNullOrEmpty(uri);
        return uri.StartsWith("s3://", StringComparison.Ordinal)
            ? new KnowledgeBaseFile(uri, null, null)
            : throw new ArgumentException("An object in S3 is named by s3://bucket/key.", nameof(uri));
    }

    /// <summary>About how many bytes it is in a request.</summary>
    internal long Length => _inline switch
    {
        { TextContent.Data: { } text } => Encoding.UTF8.GetByteCount(text),
        { ByteContent.Data.Length: var length } => length * 4L / 3,
        _ => 256,
    };

    internal DocumentIdentifier Identifier => _inline is null
        ? new DocumentIdentifier { DataSourceType = ContentDataSourceType.S3, S3 = new AgentS3Location { Uri = Id } }
        : new DocumentIdentifier { DataSourceType = ContentDataSourceType.Custom, Custom = new CustomDocumentIdentifier { Id = Id } };

    internal KnowledgeBaseDocument ToRequest() => new()
    {
        Content = _inline is null
            ? new AgentDocumentContent { DataSourceType = ContentDataSourceType.S3, S3 = new S3Content { S3Location = new AgentS3Location { Uri = Id } } }
            : new AgentDocumentContent
            {
                DataSourceType = ContentDataSourceType.Custom,
                Custom = new CustomContent
                {
                    CustomDocumentIdentifier = new CustomDocumentIdentifier { Id = Id },
                    SourceType = CustomSourceType.InLine,
                    InlineContent = _inline,
                },
            },
        Metadata = Attributes.Count == 0 ? null : new DocumentMetadata
        {
            Type = MetadataSourceType.InLineAttribute,
            InlineAttributes = [.. Attributes.Select(static one => new MetadataAttribute { Key = one.Key, Value = ValueOf(one.Key, one.Value) })],
        },
    };

    private static MetadataAttributeValue ValueOf(string key, object value)
    {
        JsonElement json = FilterValue.ToJson(value);
        return json.ValueKind switch
        {
            JsonValueKind.String => new MetadataAttributeValue { Type = MetadataValueType.String, StringValue = json.GetString() },
            JsonValueKind.Number => new MetadataAttributeValue { Type = MetadataValueType.Number, NumberValue = json.GetDouble() },
            JsonValueKind.True or JsonValueKind.False => new MetadataAttributeValue { Type = MetadataValueType.Boolean, BooleanValue = json.GetBoolean() },
            JsonValueKind.Array when json.EnumerateArray().All(static one => one.ValueKind == JsonValueKind.String) => new MetadataAttributeValue
            {
                Type = MetadataValueType.StringList,
                StringListValue = [.. json.EnumerateArray().Select(static one => one.GetString()!)],
            },
            _ => throw new ArgumentException($"The attribute '{key}' must be a text, a number, a boolean or a list of texts."),
        };
    }
}
