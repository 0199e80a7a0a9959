using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of a block. Not thread safe while it is changed.</summary>
public sealed class ClaudeContentBlockDeltaEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "content_block_delta";

    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int Index { get; set; }

    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("delta")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeContentDelta>))]
    public ClaudeContentDelta? Delta { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => (Delta as ClaudeTextDelta)?.Text;
}
