namespace Bedrock.Toolkit.Models;

/// <summary>A text, an image, or both for Titan Multimodal Embeddings G1; of both comes one vector, the mean.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html</remarks>
public sealed partial class TitanEmbedImageRequest : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Up to 256 tokens of English; not blank; omitted when null.</value>
    [JsonPropertyName("inputText")]
    public string? InputText { get; set; }

    /// <summary>The image.</summary>
    /// <value>The bytes of an image file such as PNG or JPEG (base64 only on the wire), up to 25 MB and 2048 x 2048 pixels; not copied, so leave them
    /// unchanged until the call has begun; omitted when null.</value>
    [JsonPropertyName("inputImage")]
    public ReadOnlyMemory<byte>? InputImage { get; set; }

    /// <summary>Settings of the vector.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("embeddingConfig"), JsonConverter(typeof(TitanObjectConverter<TitanEmbedImageConfig>))]
    public TitanEmbedImageConfig? EmbeddingConfig { get; set; }

    /// <summary>A request with nothing but a text.</summary>
    /// <param name="inputText">The text.</param>
    /// <returns>The request.</returns>
    public static TitanEmbedImageRequest For(string inputText) => new() { InputText = inputText };

    /// <summary>A request with an image and perhaps a text.</summary>
    /// <param name="inputImage">The bytes of the image.</param>
    /// <param name="inputText">The text; none when null.</param>
    /// <returns>The request.</returns>
    public static TitanEmbedImageRequest For(ReadOnlyMemory<byte> inputImage, string? inputText = null) =>
        new() { InputImage = inputImage, InputText = inputText };
}

/// <summary>Settings of the vector of Titan Multimodal Embeddings.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html</remarks>
public sealed partial class TitanEmbedImageConfig : BedrockObject
{
    /// <summary>The length of the vector.</summary>
    /// <value>1024, 384 or 256 numbers; the service takes 1024 when it is missing; omitted when null.</value>
    [JsonPropertyName("outputEmbeddingLength"), JsonConverter(typeof(CountConverter))]
    public int? OutputEmbeddingLength { get; set; }
}
