using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="GuardrailContentBlock"/> by the member that is there. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailContentBlockConverter : SingleKeyUnionConverter<GuardrailContentBlock>
{
    /// <summary>Creates the converter.</summary>
    public GuardrailContentBlockConverter()
        : base(GuardrailJsonContext.Default)
    {
        Add<GuardrailTextContent>("text");
        Add<GuardrailImageContent>("image");
    }

    /// <inheritdoc/>
    protected override GuardrailContentBlock CreateUnknown(JsonElement raw) => new GuardrailUnknownContent(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(GuardrailContentBlock value) => (value as GuardrailUnknownContent)?.Raw;
}
