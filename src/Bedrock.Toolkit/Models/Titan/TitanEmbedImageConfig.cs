using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Settings of the vector of Titan Multimodal Embeddings. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html</remarks>
public sealed class TitanEmbedImageConfig
{
    /// <summary>The length of the vector.</summary>
    /// <value>1024, 384 or 256 numbers; the service takes 1024 when it is missing; omitted when null.</value>
    [JsonPropertyName("outputEmbeddingLength")]
    [JsonConverter(typeof(CountConverter))]
    public int? OutputEmbeddingLength { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
