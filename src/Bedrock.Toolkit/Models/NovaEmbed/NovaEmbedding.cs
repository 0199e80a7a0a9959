using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One vector of an answer. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed class NovaEmbedding
{
    /// <summary>What the vector was made from.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("embeddingType")]
    public NovaEmbeddingType? EmbeddingType { get; set; }

    /// <summary>The vector.</summary>
    /// <value>As many numbers as asked for; empty, and omitted, when there is none.</value>
    [JsonPropertyName("embedding")]
    [JsonConverter(typeof(FloatVectorConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<float> Embedding { get; set; }

    /// <summary>Where the text was cut.</summary>
    /// <value>The index of a character; null when it was not cut; omitted when null.</value>
    [JsonPropertyName("truncatedCharLength")]
    [JsonConverter(typeof(CountConverter))]
    public int? TruncatedCharLength { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
