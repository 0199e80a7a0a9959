using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the service tells after the answer. Not thread safe while it is changed.</summary>
public sealed class NovaMetadataEvent : NovaStreamEvent
{
    /// <summary>The content of the event.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("metadata")]
    [JsonConverter(typeof(NovaObjectConverter<NovaStreamMetadata>))]
    public NovaStreamMetadata? Metadata { get; set; }
}
