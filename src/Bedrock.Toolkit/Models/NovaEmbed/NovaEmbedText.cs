using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A text. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed class NovaEmbedText
{
    /// <summary>What happens to a text that is too long.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("truncationMode")]
    public required NovaEmbedTruncationMode TruncationMode { get; set; }

    /// <summary>The text.</summary>
    /// <value>Up to 8,192 characters; this or <see cref="Source"/>; omitted when null.</value>
    [JsonPropertyName("value")]
    public string? Value { get; set; }

    /// <summary>The file that holds the text.</summary>
    /// <value>In S3 only: up to 1 MB and 50,000 characters, asynchronously 634 MB; omitted when null.</value>
    [JsonPropertyName("source")]
    [JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSource>))]
    public NovaEmbedSource? Source { get; set; }

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
