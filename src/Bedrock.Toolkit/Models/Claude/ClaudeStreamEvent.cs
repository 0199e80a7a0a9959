using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a streamed answer: a closed set, with <see cref="ClaudeUnknownStreamEvent"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>
/// In order: message start; for each block a start, deltas and a stop; message delta; message stop. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html and recorded streams.
/// </remarks>
[JsonConverter(typeof(ClaudeStreamEventConverter))]
public abstract class ClaudeStreamEvent : BedrockStreamEvent
{
    private protected ClaudeStreamEvent()
    {
    }

    /// <summary>The kind of event on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public abstract string Type { get; }

    /// <summary>The piece of the answer's text that this event brings.</summary>
    /// <value>Null when the event brings no text, as for thinking and tool input.</value>
    [JsonIgnore]
    public virtual string? Text => null;
}
