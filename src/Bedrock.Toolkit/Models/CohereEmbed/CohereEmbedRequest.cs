namespace Bedrock.Toolkit.Models;

/// <summary>Texts, images or mixed inputs for Cohere Embed v3 and v4.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html</remarks>
public sealed partial class CohereEmbedRequest : BedrockObject
{
    /// <summary>What the vectors are for.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("input_type")]
    public required CohereEmbedInputType InputType { get; set; }

    /// <summary>The texts; each becomes a vector.</summary>
    /// <value>1 to 96; with v3 of at most 2,048 characters each; not together with images or inputs; omitted when null.</value>
    [JsonPropertyName("texts"), JsonConverter(typeof(CohereEmbedListConverter<string>))]
    public IList<string>? Texts { get; set; }

    /// <summary>The images; each becomes a vector.</summary>
    /// <value>v3: one PNG or JPEG; v4: 1 to 96 PNG, JPEG, WebP or GIF; 5 MB each; omitted when null.</value>
    [JsonPropertyName("images"), JsonConverter(typeof(CohereEmbedListConverter<CohereEmbedImage>))]
    public IList<CohereEmbedImage>? Images { get; set; }

    /// <summary>Mixed inputs of texts and images; each becomes a vector.</summary>
    /// <value>v4 only: 1 to 96; omitted when null.</value>
    [JsonPropertyName("inputs"), JsonConverter(typeof(CohereEmbedListConverter<CohereEmbedInput>))]
    public IList<CohereEmbedInput>? Inputs { get; set; }

    /// <summary>The forms in which the vectors are wanted.</summary>
    /// <value>Never an empty list; the service takes <c>float</c> when it is missing; omitted when null.</value>
    [JsonPropertyName("embedding_types"), JsonConverter(typeof(CohereEmbedListConverter<CohereEmbeddingType>))]
    public IList<CohereEmbeddingType>? EmbeddingTypes { get; set; }

    /// <summary>The length of the vectors.</summary>
    /// <value>v4 only: 1536, 1024, 512 or 256; the service takes 1536 when it is missing; omitted when null.</value>
    [JsonPropertyName("output_dimension"), JsonConverter(typeof(CountConverter))]
    public int? OutputDimension { get; set; }

    /// <summary>How much of each input is used before it is cut.</summary>
    /// <value>v4 only: in tokens; the service takes 128,000 when it is missing; omitted when null.</value>
    [JsonPropertyName("max_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>What happens to an input that is too long.</summary>
    /// <value>v3 takes <c>NONE</c> when it is missing; the default of v4 is unconfirmed; omitted when null.</value>
    [JsonPropertyName("truncate")]
    public CohereEmbedTruncate? Truncate { get; set; }

    /// <summary>A request with texts.</summary>
    /// <param name="inputType">What the vectors are for.</param>
    /// <param name="texts">The texts.</param>
    /// <returns>The request.</returns>
    public static CohereEmbedRequest For(CohereEmbedInputType inputType, params IEnumerable<string> texts) =>
        new() { InputType = inputType, Texts = [.. texts] };
}
