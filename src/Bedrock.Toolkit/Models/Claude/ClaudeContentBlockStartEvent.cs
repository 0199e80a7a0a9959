using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A block begins. Not thread safe while it is changed.</summary>
public sealed class ClaudeContentBlockStartEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "content_block_start";

    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int Index { get; set; }

    /// <summary>The block, still without what the deltas bring.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content_block")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeContentBlock>))]
    public ClaudeContentBlock? ContentBlock { get; set; }
}
