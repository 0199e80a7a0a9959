namespace Bedrock.Toolkit.Models;

/// <summary>A long input for Nova Multimodal Embeddings: the <c>modelInput</c> of an asynchronous call, answered into S3.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedAsyncRequest : BedrockObject
{
    /// <summary>The version of the schema.</summary>
    /// <value>Only <c>nova-multimodal-embed-v1</c>, which the service takes when it is missing; omitted when null.</value>
    [JsonPropertyName("schemaVersion")]
    public string? SchemaVersion { get; set; }

    /// <summary>The task.</summary>
    /// <value><see cref="NovaEmbedTaskType.SegmentedEmbedding"/> by default.</value>
    [JsonPropertyName("taskType")]
    public NovaEmbedTaskType TaskType { get; set; } = NovaEmbedTaskType.SegmentedEmbedding;

    /// <summary>What to embed and how.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("segmentedEmbeddingParams"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedParams>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required NovaEmbedParams SegmentedEmbeddingParams { get; set; }
}
