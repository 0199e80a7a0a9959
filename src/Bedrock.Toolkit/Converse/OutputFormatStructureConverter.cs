using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="OutputFormatStructure"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputFormatStructureConverter : SingleKeyUnionConverter<OutputFormatStructure>
{
    /// <summary>Creates the converter.</summary>
    public OutputFormatStructureConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<JsonSchemaOutputStructure>("jsonSchema");
    }

    /// <inheritdoc/>
    protected override OutputFormatStructure CreateUnknown(JsonElement raw) => new UnknownOutputFormatStructure(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(OutputFormatStructure value) => (value as UnknownOutputFormatStructure)?.Raw;
}
