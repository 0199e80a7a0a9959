using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>An event of a kind that this version does not know. Not thread safe while it is changed.</summary>
public sealed class UnknownConverseStreamEvent : ConverseStreamEvent
{
    /// <summary>Keeps an event.</summary>
    /// <param name="eventType">The name of the event.</param>
    /// <param name="payload">Its content.</param>
    public UnknownConverseStreamEvent(string eventType, JsonElement payload)
    {
        EventType = eventType;
        Payload = payload;
    }

    /// <summary>The name of the event.</summary>
    /// <value>The header <c>:event-type</c>.</value>
    [JsonIgnore]
    public string EventType { get; }

    /// <summary>The content of the event.</summary>
    /// <value>Any JSON value, without the padding <c>p</c>.</value>
    [JsonIgnore]
    public JsonElement Payload { get; }
}
