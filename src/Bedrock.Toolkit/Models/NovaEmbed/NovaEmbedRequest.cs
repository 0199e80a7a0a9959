namespace Bedrock.Toolkit.Models;

/// <summary>One input for Nova Multimodal Embeddings, answered at once.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedRequest : BedrockObject
{
    /// <summary>The version of the schema.</summary>
    /// <value>Only <c>nova-multimodal-embed-v1</c>, which the service takes when it is missing; omitted when null.</value>
    [JsonPropertyName("schemaVersion")]
    public string? SchemaVersion { get; set; }

    /// <summary>The task.</summary>
    /// <value><see cref="NovaEmbedTaskType.SingleEmbedding"/> by default.</value>
    [JsonPropertyName("taskType")]
    public NovaEmbedTaskType TaskType { get; set; } = NovaEmbedTaskType.SingleEmbedding;

    /// <summary>What to embed and how.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("singleEmbeddingParams"), JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedParams>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required NovaEmbedParams SingleEmbeddingParams { get; set; }

    /// <summary>A request with nothing but a text, which fails when the text is too long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="purpose">What the vector is for; <see cref="NovaEmbedPurpose.GenericIndex"/> when null.</param>
    /// <param name="dimension">The length of the vector; the service's default when null.</param>
    /// <returns>The request.</returns>
    public static NovaEmbedRequest For(string text, NovaEmbedPurpose? purpose = null, int? dimension = null) => new()
    {
        SingleEmbeddingParams = new()
        {
            EmbeddingPurpose = purpose ?? NovaEmbedPurpose.GenericIndex,
            EmbeddingDimension = dimension,
            Text = new() { TruncationMode = NovaEmbedTruncationMode.None, Value = text },
        },
    };
}
