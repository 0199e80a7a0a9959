using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A sign of life; unconfirmed on Bedrock. Not thread safe while it is changed.</summary>
public sealed class ClaudePingEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "ping";
}
