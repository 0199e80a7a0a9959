namespace Bedrock.Toolkit.Models;

/// <summary>The Cohere Rerank models that this version knows; <see cref="FromId"/> takes every other id. Thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html</remarks>
public static class CohereRerankModels
{
    /// <summary>Cohere Rerank 3.5.</summary>
    public static RerankModel<CohereRerankRequest, CohereRerankResponse> V35 { get; } = FromId("cohere.rerank-v3-5:0");

    /// <summary>A model with the JSON of Cohere Rerank under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static RerankModel<CohereRerankRequest, CohereRerankResponse> FromId(ModelId id) =>
        new(
            id,
            CohereRerankJsonContext.Default.CohereRerankRequest,
            CohereRerankJsonContext.Default.CohereRerankResponse,
            static input => new() { Query = input.Query, Documents = [.. input.Documents], TopN = input.TopN },
            static response => [.. response.Results.Select(r => new RerankScore(r.Index, r.RelevanceScore))])
        {
            CheckRequest = Check,
            Capabilities = new ModelCapabilities { Output = ModelModalities.Score, ContextTokens = 4096 },
        };

    private static void Check(CohereRerankRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RerankCheck.Require(request.Query, request.Documents, request.TopN);

        if (request.ApiVersion < 2)
        {
            throw new ArgumentException($"ApiVersion is {request.ApiVersion}; Cohere Rerank 3.5 takes 2 or more.", nameof(request));
        }

        if (request.MaxTokensPerDocument < 1)
        {
            throw new ArgumentException($"MaxTokensPerDocument is {request.MaxTokensPerDocument}; it must be 1 or more.", nameof(request));
        }
    }
}
