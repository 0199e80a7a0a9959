using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="CitationLocation"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CitationLocationConverter : SingleKeyUnionConverter<CitationLocation>
{
    /// <summary>Creates the converter.</summary>
    public CitationLocationConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<WebCitationLocation>("web");
        Add<DocumentCharCitationLocation>("documentChar");
        Add<DocumentPageCitationLocation>("documentPage");
        Add<DocumentChunkCitationLocation>("documentChunk");
        Add<SearchResultCitationLocation>("searchResultLocation");
    }

    /// <inheritdoc/>
    protected override CitationLocation CreateUnknown(JsonElement raw) => new UnknownCitationLocation(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(CitationLocation value) => (value as UnknownCitationLocation)?.Raw;
}
