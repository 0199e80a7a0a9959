namespace Bedrock.Toolkit.Models;

/// <summary>What an asynchronous embedding gave: the file <c>segmented-embedding-result.json</c>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedAsyncResult : BedrockObject
{
    /// <summary>The file that was embedded.</summary>
    /// <value>An S3 address; omitted when null.</value>
    [JsonPropertyName("sourceFileUri")]
    public string? SourceFileUri { get; set; }

    /// <summary>The length of the vectors.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("embeddingDimension"), JsonConverter(typeof(CountConverter))]
    public int? EmbeddingDimension { get; set; }

    /// <summary>What became of each kind of content.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("embeddingResults"), JsonConverter(typeof(NovaEmbedListConverter<NovaEmbedAsyncPart>)), AllowNull]
    public IList<NovaEmbedAsyncPart> EmbeddingResults { get; set => field = value ?? []; } = [];
}

/// <summary>What became of one kind of content of an asynchronous embedding.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedAsyncPart : BedrockObject
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
}
