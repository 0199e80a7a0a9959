using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="CohereEmbedPart"/> by its <c>type</c>. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CohereEmbedPartConverter : TaggedUnionConverter<CohereEmbedPart>
{
    /// <summary>Creates the converter.</summary>
    public CohereEmbedPartConverter()
        : base(CohereEmbedJsonContext.Default)
    {
        Add<CohereEmbedTextPart>("text");
        Add<CohereEmbedImagePart>("image_url");
    }

    /// <inheritdoc/>
    protected override CohereEmbedPart CreateUnknown(JsonElement raw) => new CohereEmbedUnknownPart(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(CohereEmbedPart value) => (value as CohereEmbedUnknownPart)?.Raw;
}
