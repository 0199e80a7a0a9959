using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="CitationSourceContent"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CitationSourceContentConverter : SingleKeyUnionConverter<CitationSourceContent>
{
    /// <summary>Creates the converter.</summary>
    public CitationSourceContentConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<CitationSourceText>("text");
    }

    /// <inheritdoc/>
    protected override CitationSourceContent CreateUnknown(JsonElement raw) => new UnknownCitationSourceContent(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(CitationSourceContent value) => (value as UnknownCitationSourceContent)?.Raw;
}
