using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="ToolResultContentBlock"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolResultContentBlockConverter : SingleKeyUnionConverter<ToolResultContentBlock>
{
    /// <summary>Creates the converter.</summary>
    public ToolResultContentBlockConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<ToolResultJson>("json");
        Add<ToolResultText>("text");
        Add<ToolResultImage>("image");
        Add<ToolResultDocument>("document");
        Add<ToolResultVideo>("video");
        Add<ToolResultSearchResult>("searchResult");
    }

    /// <inheritdoc/>
    protected override ToolResultContentBlock CreateUnknown(JsonElement raw) => new UnknownToolResultContentBlock(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ToolResultContentBlock value) => (value as UnknownToolResultContentBlock)?.Raw;
}
