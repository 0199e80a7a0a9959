using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The answer ends: the end mark of the stream. Mostly <see cref="ConverseStreamMetadataEvent"/> follows. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_MessageStopEvent.html</remarks>
public sealed class MessageStopEvent : ConverseStreamEvent
{
    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stopReason")]
    public StopReason? StopReason { get; set; }

    /// <summary>The fields that the request asked for.</summary>
    /// <value>By model; omitted when null.</value>
    [JsonPropertyName("additionalModelResponseFields")]
    public JsonElement? AdditionalModelResponseFields { get; set; }
}
