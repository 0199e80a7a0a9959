using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a streamed answer: a closed set, with <see cref="NovaUnknownStreamEvent"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>In order: message start; for each block deltas and a stop, for a tool call a start before them; message stop; metadata. Sources: https://docs.aws.amazon.com/nova/latest/userguide/using-invoke-api.html and recorded streams.</remarks>
[JsonConverter(typeof(NovaStreamEventConverter))]
public abstract class NovaStreamEvent : BedrockStreamEvent
{
    private protected NovaStreamEvent()
    {
    }

    /// <summary>The piece of the answer's text that this event brings.</summary>
    /// <value>Null when the event brings no text, as for reasoning and tool input.</value>
    [JsonIgnore]
    public virtual string? Text => null;
}
