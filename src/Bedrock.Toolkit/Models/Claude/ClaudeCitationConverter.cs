using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ClaudeCitation"/> by its <c>type</c>. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeCitationConverter : TaggedUnionConverter<ClaudeCitation>
{
    /// <summary>Creates the converter.</summary>
    public ClaudeCitationConverter()
        : base(ClaudeJsonContext.Default)
    {
        Add<ClaudeCharLocationCitation>("char_location");
        Add<ClaudePageLocationCitation>("page_location");
        Add<ClaudeContentBlockLocationCitation>("content_block_location");
        Add<ClaudeSearchResultLocationCitation>("search_result_location");
    }

    /// <inheritdoc/>
    protected override ClaudeCitation CreateUnknown(JsonElement raw) => new ClaudeUnknownCitation(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ClaudeCitation value) => (value as ClaudeUnknownCitation)?.Raw;
}
