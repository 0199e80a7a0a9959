using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The answer begins. Not thread safe while it is changed.</summary>
public sealed class NovaMessageStartEvent : NovaStreamEvent
{
    /// <summary>The content of the event.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("messageStart")]
    [JsonConverter(typeof(NovaObjectConverter<NovaMessageStart>))]
    public NovaMessageStart? MessageStart { get; set; }
}
