namespace Bedrock.Toolkit.Models;

/// <summary>A text for the Titan text embedding models; V1 takes <see cref="InputText"/> and nothing else.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html</remarks>
public sealed partial class TitanEmbedTextRequest : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Not blank; at most 8,192 tokens, for V2 also at most 50,000 characters.</value>
    [JsonPropertyName("inputText"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string InputText { get; set; }

    /// <summary>The length of the vector.</summary>
    /// <value>V2 only: 1024, 512 or 256 numbers; the service takes 1024 when it is missing; omitted when null.</value>
    [JsonPropertyName("dimensions"), JsonConverter(typeof(CountConverter))]
    public int? Dimensions { get; set; }

    /// <summary>Whether the vector is scaled to length 1.</summary>
    /// <value>V2 only; the service takes true when it is missing; omitted when null.</value>
    [JsonPropertyName("normalize")]
    public bool? Normalize { get; set; }

    /// <summary>The forms in which the vector is wanted.</summary>
    /// <value>V2 only: <c>float</c>, <c>binary</c> or both, never an empty list; the service takes <c>float</c> when it is missing; omitted when null.</value>
    [JsonPropertyName("embeddingTypes"), JsonConverter(typeof(TitanListConverter<TitanEmbeddingType>))]
    public IList<TitanEmbeddingType>? EmbeddingTypes { get; set; }

    /// <summary>A request with nothing but a text.</summary>
    /// <param name="inputText">The text.</param>
    /// <returns>The request.</returns>
    public static TitanEmbedTextRequest For(string inputText) => new() { InputText = inputText };
}
