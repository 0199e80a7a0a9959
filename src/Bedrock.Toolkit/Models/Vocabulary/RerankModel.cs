namespace Bedrock.Toolkit;

/// <summary>A model that puts documents in order by how well they answer a question. Immutable and thread-safe.</summary>
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

/// <summary>What every rerank model says of itself, whatever its JSON is.</summary>
public interface IRerankModel
{
    /// <summary>The id that goes into the request's path.</summary>
    ModelId Id { get; }

    /// <summary>How many documents one call takes.</summary>
    /// <value>1 or more; 1,000 by default.</value>
    int MaxDocumentsPerCall { get; }
}

/// <summary>What to put in order in one call, in terms that fit every rerank model.</summary>
public sealed class RerankInput
{
    /// <summary>The question.</summary>
    /// <value>Not blank.</value>
    public required string Query { get; init; }

    /// <summary>The documents.</summary>
    /// <value>1 to <see cref="IRerankModel.MaxDocumentsPerCall"/> texts, none of them blank.</value>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>How many of the best to give.</summary>
    /// <value>1 or more; all when null.</value>
    public int? TopN { get; init; }
}

/// <summary>How well a document answers the question.</summary>
/// <param name="Index">The document's position in the call, from 0.</param>
/// <param name="Score">0 to 1; higher is better.</param>
public readonly record struct RerankScore(int Index, double Score);

/// <summary>Refuses what no rerank model takes.</summary>
internal static class RerankCheck
{
    public static void Require(string? query, IList<string> documents, int? topN)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            throw new ArgumentException("Query is blank; the model needs a question.", "request");
        }

        if (documents.Count == 0)
        {
            throw new ArgumentException("Documents is empty; the model needs at least one.", "request");
        }

        for (int i = 0; i < documents.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(documents[i]))
            {
                throw new ArgumentException($"Documents[{i}] is blank; every document must be a text.", "request");
            }
        }

        if (topN < 1)
        {
            throw new ArgumentException($"TopN is {topN}; it must be 1 or more.", "request");
        }
    }
}
