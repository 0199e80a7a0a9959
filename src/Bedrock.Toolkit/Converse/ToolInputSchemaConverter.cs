using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="ToolInputSchema"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolInputSchemaConverter : SingleKeyUnionConverter<ToolInputSchema>
{
    /// <summary>Creates the converter.</summary>
    public ToolInputSchemaConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<JsonToolInputSchema>("json");
    }

    /// <inheritdoc/>
    protected override ToolInputSchema CreateUnknown(JsonElement raw) => new UnknownToolInputSchema(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ToolInputSchema value) => (value as UnknownToolInputSchema)?.Raw;
}
