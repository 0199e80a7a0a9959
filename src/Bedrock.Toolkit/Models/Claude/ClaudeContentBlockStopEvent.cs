using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A block is complete. Not thread safe while it is changed.</summary>
public sealed class ClaudeContentBlockStopEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "content_block_stop";

    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int Index { get; set; }
}
