using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="GuardrailImageSource"/> by the member that is there. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailImageSourceConverter : SingleKeyUnionConverter<GuardrailImageSource>
{
    /// <summary>Creates the converter.</summary>
    public GuardrailImageSourceConverter()
        : base(GuardrailJsonContext.Default)
    {
        Add<GuardrailImageBytes>("bytes");
    }

    /// <inheritdoc/>
    protected override GuardrailImageSource CreateUnknown(JsonElement raw) => new GuardrailUnknownImageSource(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(GuardrailImageSource value) => (value as GuardrailUnknownImageSource)?.Raw;
}
