using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="GuardrailChecksContentBlock"/> by the member that is there. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailChecksContentBlockConverter : SingleKeyUnionConverter<GuardrailChecksContentBlock>
{
    /// <summary>Creates the converter.</summary>
    public GuardrailChecksContentBlockConverter()
        : base(GuardrailJsonContext.Default)
    {
        Add<GuardrailChecksText>("text");
    }

    /// <inheritdoc/>
    protected override GuardrailChecksContentBlock CreateUnknown(JsonElement raw) => new GuardrailChecksUnknownContent(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(GuardrailChecksContentBlock value) => (value as GuardrailChecksUnknownContent)?.Raw;
}
