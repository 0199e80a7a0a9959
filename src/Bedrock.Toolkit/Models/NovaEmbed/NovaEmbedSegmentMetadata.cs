using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where a segment lies in its content. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed class NovaEmbedSegmentMetadata
{
    /// <summary>The number of the segment.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("segmentIndex")]
    [JsonConverter(typeof(CountConverter))]
    public int? SegmentIndex { get; set; }

    /// <summary>Where it begins in a text.</summary>
    /// <value>The index of a character; omitted when null.</value>
    [JsonPropertyName("segmentStartCharPosition")]
    [JsonConverter(typeof(CountConverter))]
    public int? SegmentStartCharPosition { get; set; }

    /// <summary>Where it ends in a text.</summary>
    /// <value>The index of a character; whether it belongs to the segment is unconfirmed; omitted when null.</value>
    [JsonPropertyName("segmentEndCharPosition")]
    [JsonConverter(typeof(CountConverter))]
    public int? SegmentEndCharPosition { get; set; }

    /// <summary>Where the segment was cut.</summary>
    /// <value>The index of a character; omitted when null.</value>
    [JsonPropertyName("truncatedCharLength")]
    [JsonConverter(typeof(CountConverter))]
    public int? TruncatedCharLength { get; set; }

    /// <summary>Where it begins in sound or video.</summary>
    /// <value>In seconds; omitted when null.</value>
    [JsonPropertyName("segmentStartSeconds")]
    public double? SegmentStartSeconds { get; set; }

    /// <summary>Where it ends in sound or video.</summary>
    /// <value>In seconds; omitted when null.</value>
    [JsonPropertyName("segmentEndSeconds")]
    public double? SegmentEndSeconds { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
