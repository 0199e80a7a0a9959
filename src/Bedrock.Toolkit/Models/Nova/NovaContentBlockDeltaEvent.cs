using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of a block. Not thread safe while it is changed.</summary>
public sealed class NovaContentBlockDeltaEvent : NovaStreamEvent
{
    /// <summary>The content of the event.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("contentBlockDelta")]
    [JsonConverter(typeof(NovaObjectConverter<NovaContentBlockDelta>))]
    public NovaContentBlockDelta? ContentBlockDelta { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => (ContentBlockDelta?.Delta as NovaTextDelta)?.Text;
}
