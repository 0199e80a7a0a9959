namespace Bedrock.Toolkit.Models;

/// <summary>The vectors of an input.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedResponse : BedrockResponse
{
    /// <summary>The vectors.</summary>
    /// <value>One; two for a video whose picture and sound have vectors of their own.</value>
    [JsonPropertyName("embeddings"), JsonConverter(typeof(NovaEmbedListConverter<NovaEmbedding>)), AllowNull]
    public IList<NovaEmbedding> Embeddings { get; set => field = value ?? []; } = [];

    /// <summary>How long the input is.</summary>
    /// <value>In tokens; unconfirmed, recorded answers have the count in a header only; omitted when null.</value>
    [JsonPropertyName("inputTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? InputTokenCount { get; set; }

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => new() { InputTokens = InputTokenCount };

    private protected override ObjectSummary Summarise() => new("Embeddings", ObjectSummary.Count(Embeddings.Count, "vector"));
}

/// <summary>One vector of an answer.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed partial class NovaEmbedding : BedrockObject
{
    /// <summary>What the vector was made from.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("embeddingType")]
    public NovaEmbeddingType? EmbeddingType { get; set; }

    /// <summary>The vector.</summary>
    /// <value>As many numbers as asked for; empty, and omitted, when there is none.</value>
    [JsonPropertyName("embedding"), JsonConverter(typeof(FloatVectorConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<float> Embedding { get; set; }

    /// <summary>Where the text was cut.</summary>
    /// <value>The index of a character; null when it was not cut; omitted when null.</value>
    [JsonPropertyName("truncatedCharLength"), JsonConverter(typeof(CountConverter))]
    public int? TruncatedCharLength { get; set; }
}
