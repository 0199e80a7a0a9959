namespace Bedrock.Toolkit.Models;

/// <summary>One line of a file of vectors that an asynchronous embedding wrote.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedSegment : BedrockObject
{
    /// <summary>The vector.</summary>
    /// <value>Empty, and omitted, when the segment failed.</value>
    [JsonPropertyName("embedding"), JsonConverter(typeof(FloatVectorConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<float> Embedding { get; set; }

    /// <summary>Where the segment lies.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("segmentMetadata"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSegmentMetadata>))]
    public NovaEmbedSegmentMetadata? SegmentMetadata { get; set; }

    /// <summary>How it went.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("status")]
    public NovaEmbedStatus? Status { get; set; }

    /// <summary>Why it failed.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("failureReason")]
    public NovaEmbedFailureReason? FailureReason { get; set; }

    /// <summary>More about the failure.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message")]
    public string? Message { get; set; }
}

/// <summary>Where a segment lies in its content.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedSegmentMetadata : BedrockObject
{
    /// <summary>The number of the segment.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("segmentIndex"), JsonConverter(typeof(CountConverter))]
    public int? SegmentIndex { get; set; }

    /// <summary>Where it begins in a text.</summary>
    /// <value>The index of a character; omitted when null.</value>
    [JsonPropertyName("segmentStartCharPosition"), JsonConverter(typeof(CountConverter))]
    public int? SegmentStartCharPosition { get; set; }

    /// <summary>Where it ends in a text.</summary>
    /// <value>The index of a character; whether it belongs to the segment is unconfirmed; omitted when null.</value>
    [JsonPropertyName("segmentEndCharPosition"), JsonConverter(typeof(CountConverter))]
    public int? SegmentEndCharPosition { get; set; }

    /// <summary>Where the segment was cut.</summary>
    /// <value>The index of a character; omitted when null.</value>
    [JsonPropertyName("truncatedCharLength"), JsonConverter(typeof(CountConverter))]
    public int? TruncatedCharLength { get; set; }

    /// <summary>Where it begins in sound or video.</summary>
    /// <value>In seconds; omitted when null.</value>
    [JsonPropertyName("segmentStartSeconds")]
    public double? SegmentStartSeconds { get; set; }

    /// <summary>Where it ends in sound or video.</summary>
    /// <value>In seconds; omitted when null.</value>
    [JsonPropertyName("segmentEndSeconds")]
    public double? SegmentEndSeconds { get; set; }
}
