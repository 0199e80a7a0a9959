using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Sound. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed class NovaEmbedAudio
{
    /// <summary>The format.</summary>
    /// <value><c>mp3</c>, <c>wav</c> or <c>ogg</c>.</value>
    [JsonPropertyName("format")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Format { get; set; }

    /// <summary>The sound.</summary>
    /// <value>Up to 30 seconds and, in S3, 100 MB; asynchronously 2 hours and 1 GB.</value>
    [JsonPropertyName("source")]
    [JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSource>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required NovaEmbedSource Source { get; set; }

    /// <summary>How the content is cut.</summary>
    /// <value>Required by asynchronous requests, not allowed in others; omitted when null.</value>
    [JsonPropertyName("segmentationConfig")]
    [JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSegmentation>))]
    public NovaEmbedSegmentation? SegmentationConfig { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
