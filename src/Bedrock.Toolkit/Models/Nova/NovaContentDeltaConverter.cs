using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="NovaContentDelta"/> by the member that only one variant has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaContentDeltaConverter : SingleKeyUnionConverter<NovaContentDelta>
{
    /// <summary>Creates the converter.</summary>
    public NovaContentDeltaConverter()
        : base(NovaJsonContext.Default)
    {
        Add<NovaTextDelta>("text");
        Add<NovaToolUseDelta>("toolUse");
        Add<NovaReasoningContentDelta>("reasoningContent");
        Add<NovaToolResultDelta>("toolResult");
    }

    /// <inheritdoc/>
    protected override NovaContentDelta CreateUnknown(JsonElement raw) => new NovaUnknownDelta(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(NovaContentDelta value) => (value as NovaUnknownDelta)?.Raw;
}
