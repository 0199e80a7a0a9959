using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The stream begins. Not thread safe while it is changed.</summary>
public sealed class ClaudeMessageStartEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "message_start";

    /// <summary>The answer without content, with the first counts.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeResponse>))]
    public ClaudeResponse? Message { get; set; }
}
