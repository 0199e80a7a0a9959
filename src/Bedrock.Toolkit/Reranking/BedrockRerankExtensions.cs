namespace Bedrock.Toolkit;

/// <summary>Puts documents in order with any rerank model. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockRerankExtensions
{
    private const int CallsAtOnce = 4;

    /// <summary>Puts documents in order by how well they answer a question.</summary>
    /// <remarks>
    /// More documents than one call takes are spread over several calls and put in order by score; the scores of these models depend on the
    /// question and the one document alone.
    /// </remarks>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model, such as <c>CohereRerankModels.V35</c>.</param>
    /// <param name="query">The question.</param>
    /// <param name="documents">The documents, none of them blank.</param>
    /// <param name="topN">How many of the best to give; all when null.</param>
    /// <param name="options">Settings of each call.</param>
    /// <param name="cancellationToken">Cancels all calls.</param>
    /// <returns>The documents with their positions in <paramref name="documents"/>, the best first.</returns>
    /// <exception cref="ArgumentException">The question is blank, there is no document, one is blank, or <paramref name="topN"/> is below 1.</exception>
    /// <exception cref="BedrockException">A call failed, or the answer names a document that is not there.</exception>
    public static async Task<RerankResult> RerankAsync<TRequest, TResponse>(
        this IBedrockClient client,
        RerankModel<TRequest, TResponse> model,
        string query,
        IReadOnlyList<string> documents,
        int? topN = null,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        ArgumentNullException.ThrowIfNull(documents);
        Check(documents, topN);
        string[] all = [.. documents];
        string[][] parts = [.. all.Chunk(model.MaxDocumentsPerCall)];
        var ranked = new List<RerankedDocument>[parts.Length];
        var usage = new UsageSum();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, parts.Length), parallel, async (part, token) =>
        {
            TRequest request =
                model.CreateRequest(new RerankInput { Query = query, Documents = parts[part], TopN = topN is { } n ? Math.Min(n, parts[part].Length) : null });
            TResponse response = await client.InvokeAsync(model, request, options, token).ConfigureAwait(false);
            usage.Add((response as BedrockResponse)?.TokenUsage);
            ranked[part] = Read(model.ReadScores(response), parts[part], part * model.MaxDocumentsPerCall, model.Id);
        }).ConfigureAwait(false);

        // The sort is stable: documents of one score keep the order of the list.
        IEnumerable<RerankedDocument> sorted = ranked.SelectMany(r => r).OrderByDescending(d => d.Score).ThenBy(d => d.Index);
        return new RerankResult([.. topN is { } most ? sorted.Take(most) : sorted], usage.Total);
    }

    /// <inheritdoc cref="RerankAsync{TRequest, TResponse}(IBedrockClient, RerankModel{TRequest, TResponse}, string, IReadOnlyList{string}, int?,
    /// InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<RerankResult> RerankAsync<TRequest, TResponse>(
        this IBedrockClient client,
        RerankModel<TRequest, TResponse> model,
        string query,
        IReadOnlyList<string> documents,
        CancellationToken cancellationToken) =>
        client.RerankAsync(model, query, documents, null, null, cancellationToken);

    /// <inheritdoc cref="RerankAsync{TRequest, TResponse}(IBedrockClient, RerankModel{TRequest, TResponse}, string, IReadOnlyList{string}, int?,
    /// InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<RerankResult> RerankAsync<TRequest, TResponse>(
        this IBedrockClient client,
        RerankModel<TRequest, TResponse> model,
        string query,
        IReadOnlyList<string> documents,
        int topN,
        CancellationToken cancellationToken) =>
        client.RerankAsync(model, query, documents, topN, null, cancellationToken);

    private static void Check(IReadOnlyList<string> documents, int? topN)
    {
        if (documents.Count == 0)
        {
            throw new ArgumentException("There is no document to put in order.", nameof(documents));
        }

        for (int i = 0; i < documents.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(documents[i]))
            {
                throw new ArgumentException($"documents[{i}] is blank; every document must be a text.", nameof(documents));
            }
        }

        if (topN < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(topN), topN, "topN must be 1 or more.");
        }
    }

    private static List<RerankedDocument> Read(IReadOnlyList<RerankScore> scores, string[] documents, int offset, ModelId modelId)
    {
        var ranked = new List<RerankedDocument>(scores.Count);
        var seen = new HashSet<int>();
        foreach ((int index, double score) in scores)
        {
            if (index < 0 || index >= documents.Length || !seen.Add(index))
            {
                throw new BedrockProtocolException(
                    $"The answer names document {index} of {documents.Length}, which is not there or was named before.") { ModelId = modelId.Value };
            }

            ranked.Add(new RerankedDocument(offset + index, score, documents[index]));
        }

        return ranked;
    }
}
