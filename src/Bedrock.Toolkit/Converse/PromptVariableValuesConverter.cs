using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="PromptVariableValues"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PromptVariableValuesConverter : SingleKeyUnionConverter<PromptVariableValues>
{
    /// <summary>Creates the converter.</summary>
    public PromptVariableValuesConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<TextPromptVariable>("text");
    }

    /// <inheritdoc/>
    protected override PromptVariableValues CreateUnknown(JsonElement raw) => new UnknownPromptVariableValues(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(PromptVariableValues value) => (value as UnknownPromptVariableValues)?.Raw;
}
