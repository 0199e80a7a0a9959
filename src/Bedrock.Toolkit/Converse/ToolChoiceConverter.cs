using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="ToolChoice"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolChoiceConverter : SingleKeyUnionConverter<ToolChoice>
{
    /// <summary>Creates the converter.</summary>
    public ToolChoiceConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<ToolChoiceAuto>("auto");
        Add<ToolChoiceAny>("any");
        Add<ToolChoiceTool>("tool");
    }

    /// <inheritdoc/>
    protected override ToolChoice CreateUnknown(JsonElement raw) => new UnknownToolChoice(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ToolChoice value) => (value as UnknownToolChoice)?.Raw;
}
