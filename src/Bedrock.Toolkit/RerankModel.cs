using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit;

/// <summary>A model that puts documents in order by how well they answer a question. Immutable and thread safe.</summary>
/// <typeparam name="TRequest">The request body.</typeparam>
/// <typeparam name="TResponse">The response body.</typeparam>
public class RerankModel<TRequest, TResponse> : Model<TRequest, TResponse>, IRerankModel
{
    /// <summary>Describes a rerank model.</summary>
    /// <param name="id">The id to call.</param>
    /// <param name="requestTypeInfo">How to write the request.</param>
    /// <param name="responseTypeInfo">How to read the response.</param>
    /// <param name="createRequest">Builds a request from a question and documents.</param>
    /// <param name="readScores">Takes the documents' positions and scores out of a response.</param>
    public RerankModel(
        ModelId id,
        JsonTypeInfo<TRequest> requestTypeInfo,
        JsonTypeInfo<TResponse> responseTypeInfo,
        Func<RerankInput, TRequest> createRequest,
        Func<TResponse, IReadOnlyList<RerankScore>> readScores)
        : base(id, requestTypeInfo, responseTypeInfo)
    {
        ArgumentNullException.ThrowIfNull(createRequest);
        ArgumentNullException.ThrowIfNull(readScores);
        CreateRequest = createRequest;
        ReadScores = readScores;
        Capabilities = new ModelCapabilities { Output = ModelModalities.Score };
    }

    /// <inheritdoc/>
    public int MaxDocumentsPerCall { get; init; } = 1000;

    /// <summary>Builds a request from a question and documents.</summary>
    public Func<RerankInput, TRequest> CreateRequest { get; }

    /// <summary>Takes the documents' positions and scores out of a response.</summary>
    public Func<TResponse, IReadOnlyList<RerankScore>> ReadScores { get; }

    /// <inheritdoc/>
    public override RerankModel<TRequest, TResponse> WithId(ModelId id) => (RerankModel<TRequest, TResponse>)CopyWith(id);

    /// <inheritdoc/>
    public override RerankModel<TRequest, TResponse> InProfile(string geography) => WithId(Id.InProfile(geography));
}
