using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit;

/// <summary>A model that turns texts, and with some models images, into vectors. Immutable and thread safe.</summary>
/// <typeparam name="TRequest">The request body.</typeparam>
/// <typeparam name="TResponse">The response body.</typeparam>
public class EmbeddingModel<TRequest, TResponse> : Model<TRequest, TResponse>, IEmbeddingModel
{
    /// <summary>Describes an embedding model.</summary>
    /// <param name="id">The id to call.</param>
    /// <param name="requestTypeInfo">How to write the request.</param>
    /// <param name="responseTypeInfo">How to read the response.</param>
    /// <param name="createRequest">Builds a request from texts or images.</param>
    /// <param name="readVectors">Takes the vectors out of a response, one per text or image, in their order.</param>
    public EmbeddingModel(
        ModelId id,
        JsonTypeInfo<TRequest> requestTypeInfo,
        JsonTypeInfo<TResponse> responseTypeInfo,
        Func<EmbeddingInput, TRequest> createRequest,
        Func<TResponse, IReadOnlyList<ReadOnlyMemory<float>>> readVectors)
        : base(id, requestTypeInfo, responseTypeInfo)
    {
        ArgumentNullException.ThrowIfNull(createRequest);
        ArgumentNullException.ThrowIfNull(readVectors);
        CreateRequest = createRequest;
        ReadVectors = readVectors;
        Capabilities = new ModelCapabilities { Output = ModelModalities.Embedding };
    }

    /// <inheritdoc/>
    public int MaxTextsPerCall { get; init; } = 1;

    /// <inheritdoc/>
    public int MaxImagesPerCall { get; init; }

    /// <inheritdoc/>
    public int? MaxTextCharacters { get; init; }

    /// <inheritdoc/>
    public int MaxInputBytesPerCall { get; init; } = 20_000_000;

    /// <inheritdoc/>
    public IReadOnlyList<int> Dimensions { get; init; } = [];

    /// <summary>Builds a request from texts or images.</summary>
    public Func<EmbeddingInput, TRequest> CreateRequest { get; }

    /// <summary>Takes the vectors out of a response, one per text or image, in their order.</summary>
    public Func<TResponse, IReadOnlyList<ReadOnlyMemory<float>>> ReadVectors { get; }

    /// <inheritdoc/>
    public override EmbeddingModel<TRequest, TResponse> WithId(ModelId id) => (EmbeddingModel<TRequest, TResponse>)CopyWith(id);

    /// <inheritdoc/>
    public override EmbeddingModel<TRequest, TResponse> InProfile(string geography) => WithId(Id.InProfile(geography));
}
