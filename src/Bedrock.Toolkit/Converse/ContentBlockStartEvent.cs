using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A block begins. Blocks of text mostly begin without one. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStartEvent.html</remarks>
public sealed class ContentBlockStartEvent : ConverseStreamEvent
{
    /// <summary>What the block begins with.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("start")]
    public ContentBlockStart? Start { get; set; }

    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("contentBlockIndex")]
    [JsonConverter(typeof(CountConverter))]
    public int? ContentBlockIndex { get; set; }
}
