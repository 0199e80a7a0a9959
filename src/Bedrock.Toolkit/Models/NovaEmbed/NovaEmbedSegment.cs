using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One line of a file of vectors that an asynchronous embedding wrote. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed class NovaEmbedSegment
{
    /// <summary>The vector.</summary>
    /// <value>Empty, and omitted, when the segment failed.</value>
    [JsonPropertyName("embedding")]
    [JsonConverter(typeof(FloatVectorConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<float> Embedding { get; set; }

    /// <summary>Where the segment lies.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("segmentMetadata")]
    [JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSegmentMetadata>))]
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

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
