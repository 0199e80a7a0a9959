using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The vectors of the inputs, in their order. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html and https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html</remarks>
public sealed class CohereEmbedResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The shape of the vectors.</summary>
    /// <value><c>embeddings_floats</c> or <c>embeddings_by_type</c>; omitted when null.</value>
    [JsonPropertyName("response_type")]
    public string? ResponseType { get; set; }

    /// <summary>The vectors.</summary>
    /// <value>An array of vectors or an object with a list per form on the wire: both are read; omitted when null.</value>
    [JsonPropertyName("embeddings")]
    [JsonConverter(typeof(CohereEmbeddingsConverter))]
    public CohereEmbeddings? Embeddings { get; set; }

    /// <summary>The texts, as the service read them (English v3 gives them in small letters).</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("texts")]
    [JsonConverter(typeof(CohereEmbedListConverter<string>))]
    public IList<string>? Texts { get; set; }

    /// <summary>The mixed inputs again.</summary>
    /// <value>v4 only; omitted when null.</value>
    [JsonPropertyName("inputs")]
    [JsonConverter(typeof(CohereEmbedListConverter<CohereEmbedInput>))]
    public IList<CohereEmbedInput>? Inputs { get; set; }

    /// <summary>What the service saw of the images.</summary>
    /// <value>v3 only; omitted when null.</value>
    [JsonPropertyName("images")]
    [JsonConverter(typeof(CohereEmbedListConverter<CohereEmbedImageInfo>))]
    public IList<CohereEmbedImageInfo>? Images { get; set; }
}
