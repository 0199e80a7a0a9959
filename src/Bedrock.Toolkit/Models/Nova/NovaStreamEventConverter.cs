using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="NovaStreamEvent"/> by the member that only one variant has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaStreamEventConverter : SingleKeyUnionConverter<NovaStreamEvent>
{
    /// <summary>Creates the converter.</summary>
    public NovaStreamEventConverter()
        : base(NovaJsonContext.Default)
    {
        Add<NovaContentBlockDeltaEvent>("contentBlockDelta");
        Add<NovaContentBlockStopEvent>("contentBlockStop");
        Add<NovaContentBlockStartEvent>("contentBlockStart");
        Add<NovaMessageStartEvent>("messageStart");
        Add<NovaMessageStopEvent>("messageStop");
        Add<NovaMetadataEvent>("metadata");
    }

    /// <inheritdoc/>
    protected override NovaStreamEvent CreateUnknown(JsonElement raw) => new NovaUnknownStreamEvent(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(NovaStreamEvent value) => (value as NovaUnknownStreamEvent)?.Raw;
}
