using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="CitationGeneratedContent"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CitationGeneratedContentConverter : SingleKeyUnionConverter<CitationGeneratedContent>
{
    /// <summary>Creates the converter.</summary>
    public CitationGeneratedContentConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<CitationGeneratedText>("text");
    }

    /// <inheritdoc/>
    protected override CitationGeneratedContent CreateUnknown(JsonElement raw) => new UnknownCitationGeneratedContent(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(CitationGeneratedContent value) => (value as UnknownCitationGeneratedContent)?.Raw;
}
