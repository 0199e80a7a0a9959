using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ClaudeStreamEvent"/> by its <c>type</c>. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeStreamEventConverter : TaggedUnionConverter<ClaudeStreamEvent>
{
    /// <summary>Creates the converter.</summary>
    public ClaudeStreamEventConverter()
        : base(ClaudeJsonContext.Default)
    {
        Add<ClaudeContentBlockDeltaEvent>("content_block_delta");
        Add<ClaudeContentBlockStartEvent>("content_block_start");
        Add<ClaudeContentBlockStopEvent>("content_block_stop");
        Add<ClaudeMessageStartEvent>("message_start");
        Add<ClaudeMessageDeltaEvent>("message_delta");
        Add<ClaudeMessageStopEvent>("message_stop");
        Add<ClaudePingEvent>("ping");
        Add<ClaudeErrorEvent>("error");
    }

    /// <inheritdoc/>
    protected override ClaudeStreamEvent CreateUnknown(JsonElement raw) => new ClaudeUnknownStreamEvent(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ClaudeStreamEvent value) => (value as ClaudeUnknownStreamEvent)?.Raw;
}
