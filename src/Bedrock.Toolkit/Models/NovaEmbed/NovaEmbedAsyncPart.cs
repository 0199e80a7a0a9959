using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What became of one kind of content of an asynchronous embedding. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed class NovaEmbedAsyncPart
{
    /// <summary>The kind of content.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("embeddingType")]
    public NovaEmbeddingType? EmbeddingType { get; set; }

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

    /// <summary>The file with the vectors.</summary>
    /// <value>An S3 address; one <see cref="NovaEmbedSegment"/> a line; omitted when null.</value>
    [JsonPropertyName("outputFileUri")]
    public string? OutputFileUri { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
