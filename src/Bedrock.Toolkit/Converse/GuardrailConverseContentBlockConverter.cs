using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="GuardrailConverseContentBlock"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailConverseContentBlockConverter : SingleKeyUnionConverter<GuardrailConverseContentBlock>
{
    /// <summary>Creates the converter.</summary>
    public GuardrailConverseContentBlockConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<GuardrailConverseText>("text");
        Add<GuardrailConverseImage>("image");
    }

    /// <inheritdoc/>
    protected override GuardrailConverseContentBlock CreateUnknown(JsonElement raw) => new UnknownGuardrailConverseContentBlock(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(GuardrailConverseContentBlock value) => (value as UnknownGuardrailConverseContentBlock)?.Raw;
}
