using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="DocumentContentBlock"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DocumentContentBlockConverter : SingleKeyUnionConverter<DocumentContentBlock>
{
    /// <summary>Creates the converter.</summary>
    public DocumentContentBlockConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<DocumentTextContent>("text");
    }

    /// <inheritdoc/>
    protected override DocumentContentBlock CreateUnknown(JsonElement raw) => new UnknownDocumentContentBlock(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(DocumentContentBlock value) => (value as UnknownDocumentContentBlock)?.Raw;
}
