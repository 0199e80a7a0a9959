using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="ContentBlockDelta"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContentBlockDeltaConverter : SingleKeyUnionConverter<ContentBlockDelta>
{
    /// <summary>Creates the converter.</summary>
    public ContentBlockDeltaConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<TextDelta>("text");
        Add<ToolUseDelta>("toolUse");
        Add<ToolResultDelta>("toolResult");
        Add<ReasoningDelta>("reasoningContent");
        Add<CitationDelta>("citation");
        Add<ImageDelta>("image");
    }

    /// <inheritdoc/>
    protected override ContentBlockDelta CreateUnknown(JsonElement raw) => new UnknownContentBlockDelta(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ContentBlockDelta value) => (value as UnknownContentBlockDelta)?.Raw;
}
