using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="GuardrailConverseImageSource"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailConverseImageSourceConverter : SingleKeyUnionConverter<GuardrailConverseImageSource>
{
    /// <summary>Creates the converter.</summary>
    public GuardrailConverseImageSourceConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<GuardrailConverseImageBytes>("bytes");
    }

    /// <inheritdoc/>
    protected override GuardrailConverseImageSource CreateUnknown(JsonElement raw) => new UnknownGuardrailConverseImageSource(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(GuardrailConverseImageSource value) => (value as UnknownGuardrailConverseImageSource)?.Raw;
}
