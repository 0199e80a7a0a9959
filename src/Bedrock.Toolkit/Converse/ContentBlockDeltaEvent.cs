using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of a block. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockDeltaEvent.html</remarks>
public sealed class ContentBlockDeltaEvent : ConverseStreamEvent
{
    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("delta")]
    public ContentBlockDelta? Delta { get; set; }

    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("contentBlockIndex")]
    [JsonConverter(typeof(CountConverter))]
    public int? ContentBlockIndex { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => (Delta as TextDelta)?.Text;
}
