using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The vector of a text. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html</remarks>
public sealed class TitanEmbedTextResponse : BedrockResponse
{
    /// <summary>The vector as floating-point numbers.</summary>
    /// <value>1536 numbers from V1, as many as asked for from V2; empty, and omitted, when only the binary form was asked for.</value>
    [JsonPropertyName("embedding")]
    [JsonConverter(typeof(FloatVectorConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<float> Embedding { get; set; }

    /// <summary>How long the text is.</summary>
    /// <value>In tokens; omitted when null.</value>
    [JsonPropertyName("inputTextTokenCount")]
    [JsonConverter(typeof(CountConverter))]
    public int? InputTextTokenCount { get; set; }

    /// <summary>The vector in each form that was asked for.</summary>
    /// <value>V2 only; omitted when null.</value>
    [JsonPropertyName("embeddingsByType")]
    [JsonConverter(typeof(TitanObjectConverter<TitanEmbeddingsByType>))]
    public TitanEmbeddingsByType? EmbeddingsByType { get; set; }

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => new() { InputTokens = InputTextTokenCount };
}
