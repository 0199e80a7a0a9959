using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The answer ends: the end mark of the stream. Not thread safe while it is changed.</summary>
public sealed class NovaMessageStopEvent : NovaStreamEvent
{
    /// <summary>The content of the event.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("messageStop")]
    [JsonConverter(typeof(NovaObjectConverter<NovaMessageStop>))]
    public NovaMessageStop? MessageStop { get; set; }
}
