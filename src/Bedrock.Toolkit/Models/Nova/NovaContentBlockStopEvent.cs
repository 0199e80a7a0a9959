using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A block ends. Not thread safe while it is changed.</summary>
public sealed class NovaContentBlockStopEvent : NovaStreamEvent
{
    /// <summary>The content of the event.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("contentBlockStop")]
    [JsonConverter(typeof(NovaObjectConverter<NovaContentBlockStop>))]
    public NovaContentBlockStop? ContentBlockStop { get; set; }
}
