using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The stream is complete. Not thread safe while it is changed.</summary>
public sealed class ClaudeMessageStopEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "message_stop";
}
