using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A block begins: only tool calls and the like, text has no such event. Not thread safe while it is changed.</summary>
public sealed class NovaContentBlockStartEvent : NovaStreamEvent
{
    /// <summary>The content of the event.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("contentBlockStart")]
    [JsonConverter(typeof(NovaObjectConverter<NovaContentBlockStart>))]
    public NovaContentBlockStart? ContentBlockStart { get; set; }
}
