using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a text that Palmyra adds: a closed set, with <see cref="WriterCompletionUnknownStreamEvent"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Pieces, then the JSON string <c>[DONE]</c>, as a public client reads them.</remarks>
[JsonConverter(typeof(WriterCompletionStreamEventConverter))]
public abstract class WriterCompletionStreamEvent : BedrockStreamEvent
{
    private protected WriterCompletionStreamEvent()
    {
    }

    /// <summary>The piece of text that this event brings.</summary>
    /// <value>Null when the event brings no text.</value>
    [JsonIgnore]
    public virtual string? Text => null;
}
