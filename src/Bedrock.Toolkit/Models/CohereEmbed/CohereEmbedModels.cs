namespace Bedrock.Toolkit.Models;

/// <summary>The Cohere Embed models that this version knows; the <c>FromId</c> methods take every other id. Thread-safe.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html
/// </remarks>
public static class CohereEmbedModels
{
    private const int V3Dimensions = 1024;
    private const int MaxV4InputBytes = 18_000_000;

    /// <summary>Embed English v3: vectors of 1024 numbers.</summary>
    public static EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> EnglishV3 { get; } = V3FromId("cohere.embed-english-v3");

    /// <summary>Embed Multilingual v3: vectors of 1024 numbers, for more than 100 languages.</summary>
    public static EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> MultilingualV3 { get; } = V3FromId("cohere.embed-multilingual-v3");

    /// <summary>Embed v4: vectors of 1536, 1024, 512 or 256 numbers of texts, images, and both together.</summary>
    public static EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> V4 { get; } = V4FromId("cohere.embed-v4:0");

    /// <summary>A model with the JSON of Embed v3 under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> V3FromId(ModelId id) =>
        new(
            id,
            CohereEmbedJsonContext.Default.CohereEmbedRequest,
            CohereEmbedJsonContext.Default.CohereEmbedResponse,
            CreateV3Request,
            ReadVectors)
        {
            CheckRequest = CohereEmbedRequestCheck.V3,
            MaxTextsPerCall = CohereEmbedRequestCheck.MaxInputs,
            MaxImagesPerCall = 1,
            MaxTextCharacters = CohereEmbedRequestCheck.MaxV3Characters,
            Dimensions = [V3Dimensions],
            Capabilities = Capabilities(512),
        };

    /// <summary>A model with the JSON of Embed v4 under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> V4FromId(ModelId id) =>
        new(
            id,
            CohereEmbedJsonContext.Default.CohereEmbedRequest,
            CohereEmbedJsonContext.Default.CohereEmbedResponse,
            CreateV4Request,
            ReadVectors)
        {
            CheckRequest = CohereEmbedRequestCheck.V4,
            MaxTextsPerCall = CohereEmbedRequestCheck.MaxInputs,
            MaxImagesPerCall = CohereEmbedRequestCheck.MaxInputs,
            MaxInputBytesPerCall = MaxV4InputBytes,
            Dimensions = [1536, 1024, 512, 256],
            Capabilities = Capabilities(128_000),
        };

    private static ModelCapabilities Capabilities(int tokens) =>
        new() { Input = ModelModalities.Text | ModelModalities.Image, Output = ModelModalities.Embedding, ContextTokens = tokens };

    // v3 has no setting for the length: its own length is what comes anyway, any other is refused by the check.
    private static CohereEmbedRequest CreateV3Request(EmbeddingInput input)
    {
        CohereEmbedRequest request = CreateRequest(input);
        if (input.Images.Count > 0)
        {
            request.InputType = CohereEmbedInputType.Image;
        }

        request.OutputDimension = input.Dimensions == V3Dimensions ? null : input.Dimensions;
        return request;
    }

    private static CohereEmbedRequest CreateV4Request(EmbeddingInput input)
    {
        CohereEmbedRequest request = CreateRequest(input);
        request.OutputDimension = input.Dimensions;
        return request;
    }

    private static CohereEmbedRequest CreateRequest(EmbeddingInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        bool images = input.Images.Count > 0;
        return new()
        {
            InputType = input.Purpose == EmbeddingPurpose.Query ? CohereEmbedInputType.SearchQuery : CohereEmbedInputType.SearchDocument,
            Texts = input.Texts.Count > 0 || !images ? [.. input.Texts] : null,
            Images = images ? [.. input.Images.Select(i => new CohereEmbedImage(i.Bytes))] : null,

            // Nothing is cut in silence: a text that is too long is an error.
            Truncate = images ? (CohereEmbedTruncate?)null : CohereEmbedTruncate.None,
        };
    }

    private static IReadOnlyList<ReadOnlyMemory<float>> ReadVectors(CohereEmbedResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Embeddings?.Float is { } vectors
            ? [.. vectors]
            : throw new BedrockProtocolException("The answer holds no vectors of floating-point numbers.");
    }
}
