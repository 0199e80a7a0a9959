namespace Bedrock.Toolkit.Models;

/// <summary>The Nova embedding models that this version knows; <see cref="FromId"/> takes every other id. Thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public static class NovaEmbedModels
{
    /// <summary>Nova Multimodal Embeddings: vectors of 3072, 1024, 384 or 256 numbers of text, images, sound and video.</summary>
    public static EmbeddingModel<NovaEmbedRequest, NovaEmbedResponse> MultimodalV1 { get; } = FromId("amazon.nova-2-multimodal-embeddings-v1:0");

    /// <summary>A model with the JSON of Nova Multimodal Embeddings under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static EmbeddingModel<NovaEmbedRequest, NovaEmbedResponse> FromId(ModelId id) =>
        new(
            id,
            NovaEmbedJsonContext.Default.NovaEmbedRequest,
            NovaEmbedJsonContext.Default.NovaEmbedResponse,
            CreateRequest,
            ReadVectors)
        {
            CheckRequest = NovaEmbedRequestCheck.Sync,
            MaxImagesPerCall = 1,
            MaxTextCharacters = NovaEmbedRequestCheck.MaxCharacters,
            Dimensions = [3072, 1024, 384, 256],
            Capabilities = new ModelCapabilities
            {
                Input = ModelModalities.Text | ModelModalities.Image | ModelModalities.Audio | ModelModalities.Video,
                Output = ModelModalities.Embedding,
            },
        };

    /// <summary>Nova Multimodal Embeddings of long texts, sound and video, called asynchronously; <c>WithId</c> gives it another id.</summary>
    public static AsyncModel<NovaEmbedAsyncRequest> MultimodalV1Async { get; } = AsyncFromId("amazon.nova-2-multimodal-embeddings-v1:0");

    /// <summary>The asynchronous call of a model with the JSON of Nova Multimodal Embeddings under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static AsyncModel<NovaEmbedAsyncRequest> AsyncFromId(ModelId id) => new(id, NovaEmbedJsonContext.Default.NovaEmbedAsyncRequest)
    {
        CheckInput = NovaEmbedRequestCheck.Async,
        Capabilities = new ModelCapabilities
        {
            Input = ModelModalities.Text | ModelModalities.Image | ModelModalities.Audio | ModelModalities.Video,
            Output = ModelModalities.Embedding,
        },
    };

    private static NovaEmbedRequest CreateRequest(EmbeddingInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        (string? text, BedrockImage? image) = input.Single("Nova Multimodal Embeddings");
        return new()
        {
            SingleEmbeddingParams = new()
            {
                EmbeddingPurpose = input.Purpose == EmbeddingPurpose.Query ? NovaEmbedPurpose.GenericRetrieval : NovaEmbedPurpose.GenericIndex,
                EmbeddingDimension = input.Dimensions,

                // Nothing is cut in silence: a text that is too long is an error.
                Text = text is null ? null : new() { TruncationMode = NovaEmbedTruncationMode.None, Value = text },
                Image = image is null ? null : new() { Format = image.Format ?? string.Empty, Source = NovaEmbedSource.FromBytes(image.Bytes) },
            },
        };
    }

    private static ReadOnlyMemory<float>[] ReadVectors(NovaEmbedResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        ReadOnlyMemory<float>[] vectors = [.. response.Embeddings.Select(e => e.Embedding)];
        return vectors.Length > 0 && vectors.All(v => !v.IsEmpty) ? vectors
            : throw new BedrockProtocolException("The answer holds no vector, or an empty one.");
    }
}
