using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A block ends. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStopEvent.html</remarks>
public sealed class ContentBlockStopEvent : ConverseStreamEvent
{
    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("contentBlockIndex")]
    [JsonConverter(typeof(CountConverter))]
    public int? ContentBlockIndex { get; set; }
}
