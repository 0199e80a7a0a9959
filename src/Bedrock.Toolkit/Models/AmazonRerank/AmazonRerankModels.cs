namespace Bedrock.Toolkit.Models;

/// <summary>The Amazon Rerank models that this version knows; <see cref="FromId"/> takes every other id. Thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html</remarks>
public static class AmazonRerankModels
{
    /// <summary>Amazon Rerank 1.0.</summary>
    public static RerankModel<AmazonRerankRequest, AmazonRerankResponse> V1 { get; } = FromId("amazon.rerank-v1:0");

    /// <summary>A model with the JSON of Amazon Rerank under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static RerankModel<AmazonRerankRequest, AmazonRerankResponse> FromId(ModelId id) =>
        new(
            id,
            AmazonRerankJsonContext.Default.AmazonRerankRequest,
            AmazonRerankJsonContext.Default.AmazonRerankResponse,
            static input => new() { Query = input.Query, Documents = [.. input.Documents], TopN = input.TopN },
            static response => [.. response.Results.Select(r => new RerankScore(r.Index, r.RelevanceScore))])
        {
            CheckRequest = Check,
        };

    private static void Check(AmazonRerankRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RerankCheck.Require(request.Query, request.Documents, request.TopN);
    }
}
