using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="Tool"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolConverter : SingleKeyUnionConverter<Tool>
{
    /// <summary>Creates the converter.</summary>
    public ToolConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<SpecifiedTool>("toolSpec");
        Add<BuiltInTool>("systemTool");
        Add<ToolCachePoint>("cachePoint");
    }

    /// <inheritdoc/>
    protected override Tool CreateUnknown(JsonElement raw) => new UnknownTool(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(Tool value) => (value as UnknownTool)?.Raw;
}
