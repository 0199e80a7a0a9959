using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="DocumentSource"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DocumentSourceConverter : SingleKeyUnionConverter<DocumentSource>
{
    /// <summary>Creates the converter.</summary>
    public DocumentSourceConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<DocumentBytesSource>("bytes");
        Add<DocumentS3Source>("s3Location");
        Add<DocumentTextSource>("text");
        Add<DocumentContentSource>("content");
    }

    /// <inheritdoc/>
    protected override DocumentSource CreateUnknown(JsonElement raw) => new UnknownDocumentSource(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(DocumentSource value) => (value as UnknownDocumentSource)?.Raw;
}
