using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="ToolResultBlockDelta"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolResultBlockDeltaConverter : SingleKeyUnionConverter<ToolResultBlockDelta>
{
    /// <summary>Creates the converter.</summary>
    public ToolResultBlockDeltaConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<ToolResultTextDelta>("text");
        Add<ToolResultJsonDelta>("json");
    }

    /// <inheritdoc/>
    protected override ToolResultBlockDelta CreateUnknown(JsonElement raw) => new UnknownToolResultBlockDelta(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ToolResultBlockDelta value) => (value as UnknownToolResultBlockDelta)?.Raw;
}
