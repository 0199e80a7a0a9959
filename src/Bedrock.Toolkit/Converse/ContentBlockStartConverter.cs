using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="ContentBlockStart"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContentBlockStartConverter : SingleKeyUnionConverter<ContentBlockStart>
{
    /// <summary>Creates the converter.</summary>
    public ContentBlockStartConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<ToolUseStart>("toolUse");
        Add<ToolResultStart>("toolResult");
        Add<ImageStart>("image");
    }

    /// <inheritdoc/>
    protected override ContentBlockStart CreateUnknown(JsonElement raw) => new UnknownContentBlockStart(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ContentBlockStart value) => (value as UnknownContentBlockStart)?.Raw;
}
