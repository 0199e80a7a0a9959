using Bedrock.Toolkit.Agents.Building;
using Bedrock.Toolkit.Agents.Runtime;

namespace Bedrock.Toolkit.Agents;

/// <summary>A knowledge base: finds passages, answers with citations, takes documents. Thread-safe; it disposes no client.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base.html</remarks>
public sealed partial class BedrockKnowledgeBase
{
    private const int MaxQuestion = 1_000;

    private readonly BedrockAgentRuntimeClient _client;
    private readonly KnowledgeBaseOptions _options;
    private readonly Lock _gate = new();
    private Task<AgentBuildKnowledgeBase>? _about;

    /// <summary>Stands for a knowledge base.</summary>
    /// <param name="client">The client that retrieves.</param>
    /// <param name="knowledgeBaseId">The id, 10 letters and digits, or the ARN.</param>
    /// <param name="options">How it searches and answers; copied.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    public BedrockKnowledgeBase(BedrockAgentRuntimeClient client, string knowledgeBaseId, KnowledgeBaseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(knowledgeBaseId);
        _client = client;
        KnowledgeBaseId = knowledgeBaseId;
        _options = (options ?? new KnowledgeBaseOptions()).Copy();
    }

    /// <summary>The id or ARN.</summary>
    public string KnowledgeBaseId { get; }

    /// <summary>Finds passages, the best first.</summary>
    /// <param name="query">What is looked for; at most 20,000 characters.</param>
    /// <param name="filter">Which documents count; all when null.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The passages, in the order of the reranker where one is set.</returns>
    /// <exception cref="ArgumentException">The query is blank, or the store would pass over a part of the filter.</exception>
    /// <exception cref="BedrockException">A call failed.</exception>
    public async Task<IReadOnlyList<KnowledgeBasePassage>> RetrieveAsync(
        string query, KnowledgeBaseFilter? filter = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        RetrieveResponse response = await _client.RetrievePageAsync(
            new RetrieveRequest
            {
                KnowledgeBaseId = KnowledgeBaseId,
                RetrievalQuery = new KnowledgeBaseQuery { Text = query },
                RetrievalConfiguration = await ConfigurationAsync(filter, cancellationToken).ConfigureAwait(false),
                GuardrailConfiguration = _options.Guardrail,
            },
            cancellationToken).ConfigureAwait(false);
        List<KnowledgeBasePassage> passages = [.. response.RetrievalResults.Select(KnowledgeBasePassage.Of)];
        return _options.Rerank is { } rerank && passages.Count > 0
            ? await RerankAsync(rerank, query, passages, cancellationToken).ConfigureAwait(false)
            : passages;
    }

    /// <summary>Answers a question from what is found, with citations.</summary>
    /// <param name="question">At most 1,000 characters.</param>
    /// <param name="filter">Which documents count; all when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The question is blank or too long, or the store would pass over a part of the filter.</exception>
    /// <exception cref="InvalidOperationException">No <see cref="KnowledgeBaseOptions.ModelArn"/> is set.</exception>
    /// <exception cref="BedrockException">The call failed.</exception>
    public Task<KnowledgeBaseAnswer> AskAsync(string question, KnowledgeBaseFilter? filter = null, CancellationToken cancellationToken = default) =>
        AskAsync(question, null, filter, cancellationToken);

    /// <summary>Answers a question piece by piece: <see cref="KnowledgeBaseAnswer.From(RetrieveAndGenerateStreamResponse)"/> makes the whole answer of what the
    /// stream folds into.</summary>
    /// <param name="question">At most 1,000 characters.</param>
    /// <param name="filter">Which documents count; all when null.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>The stream; nothing is sent before it is opened or enumerated, unless the store has to be asked for.</returns>
    /// <exception cref="ArgumentException">The question is blank or too long, or the store would pass over a part of the filter.</exception>
    /// <exception cref="InvalidOperationException">No <see cref="KnowledgeBaseOptions.ModelArn"/> is set.</exception>
    public Task<BedrockStream<RetrieveAndGenerateStreamEvent, RetrieveAndGenerateStreamResponse>> AskStreamAsync(
        string question, KnowledgeBaseFilter? filter = null, CancellationToken cancellationToken = default) =>
        AskStreamAsync(question, null, filter, cancellationToken);

    /// <summary>Begins a conversation, in which the service remembers what was asked.</summary>
    /// <returns>The session; the service makes it with the first question.</returns>
    public KnowledgeBaseSession StartSession() => new(this);

    /// <summary>Lets the service search in several steps, planned by a model, and answer if wanted.</summary>
    /// <param name="question">The question.</param>
    /// <param name="generate">Whether it also answers.</param>
    /// <param name="filter">Which documents count; all when null.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>The stream: traces of the steps, pieces of the answer, and the result.</returns>
    /// <exception cref="ArgumentException">The question is blank, or the store would pass over a part of the filter.</exception>
    public async Task<BedrockStream<AgenticRetrieveStreamEvent, AgenticRetrieveStreamResponse>> AgenticRetrieveAsync(
        string question, bool generate = true, KnowledgeBaseFilter? filter = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        KnowledgeBaseRetrievalFilter? sent = filter?.ToRequest(await StoreAsync(filter, cancellationToken).ConfigureAwait(false));
        return _client.AgenticRetrieveStreamAsync(
            new AgenticRetrieveStreamRequest
            {
                Messages =
                [
                    new AgenticRetrieveMessage
                    {
                        Role = AgentRuntimeConversationRole.User,
                        Content = new AgenticRetrieveMessageContent { Text = question },
                    },
                ],
                Retrievers =
                [
                    new AgenticRetriever
                    {
                        Configuration = new RetrieverConfigurationKnowledgeBase
                        {
                            KnowledgeBase = new KnowledgeBaseRetrieverConfiguration
                            {
                                KnowledgeBaseId = KnowledgeBaseId,
                                RetrievalOverrides = new RetrievalOverrides { Filter = sent, MaxNumberOfResults = _options.NumberOfResults },
                            },
                        },
                    },
                ],
                AgenticRetrieveConfiguration = new AgenticRetrieveConfiguration
                {
                    FoundationModelType = _options.ModelArn is null ? FoundationModelType.Managed : FoundationModelType.Custom,
                    FoundationModelConfiguration = _options.ModelArn is not { } model ? null : new FoundationModelConfiguration
                    {
                        Type = FoundationModelConfigurationType.BedrockFoundationModel,
                        BedrockFoundationModelConfiguration = new AgentRuntimeBedrockFoundationModelConfiguration
                        {
                            ModelConfiguration = new BedrockFoundationModelModelConfiguration { ModelArn = model },
                        },
                    },
                },
                GenerateResponse = generate,
            },
            cancellationToken);
    }

    /// <summary>Turns a question into SQL, for a knowledge base over tables.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The queries, which nobody has run.</returns>
    /// <exception cref="ArgumentException">The question is blank.</exception>
    /// <exception cref="InvalidOperationException">The knowledge base was named by its id, and there is no client to ask for its ARN.</exception>
    /// <exception cref="BedrockException">A call failed.</exception>
    public async Task<IReadOnlyList<string>> GenerateSqlAsync(string question, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        string arn = KnowledgeBaseId.StartsWith("arn:", StringComparison.Ordinal)
            ? KnowledgeBaseId
            : (await AboutAsync(cancellationToken).ConfigureAwait(false))?.KnowledgeBaseArn
                ?? throw new InvalidOperationException("GenerateQuery wants the ARN of the knowledge base: name it by its ARN, or set BuildingClient.");
        GenerateQueryResponse response = await _client.GenerateQueryAsync(
            new GenerateQueryRequest
            {
                QueryGenerationInput = new QueryGenerationInput { Text = question, Type = InputQueryType.Text },
                TransformationConfiguration = new TransformationConfiguration
                {
                    Mode = QueryTransformationMode.TextToSql,
                    TextToSqlConfiguration = new TextToSqlConfiguration
                    {
                        Type = TextToSqlConfigurationType.KnowledgeBase,
                        KnowledgeBaseConfiguration = new TextToSqlKnowledgeBaseConfiguration { KnowledgeBaseArn = arn },
                    },
                },
            },
            cancellationToken).ConfigureAwait(false);
        return [.. (response.Queries ?? []).Select(static query => query.Sql).OfType<string>()];
    }

    internal async Task<KnowledgeBaseAnswer> AskAsync(string question, string? sessionId, KnowledgeBaseFilter? filter, CancellationToken cancellationToken)
    {
        CheckQuestion(question);
        return KnowledgeBaseAnswer.From(await _client.RetrieveAndGenerateAsync(
            new RetrieveAndGenerateRequest
            {
                Input = new RetrieveAndGenerateInput { Text = question },
                SessionId = sessionId,
                RetrieveAndGenerateConfiguration = await GenerationAsync(filter, cancellationToken).ConfigureAwait(false),
            },
            cancellationToken).ConfigureAwait(false));
    }

    internal async Task<BedrockStream<RetrieveAndGenerateStreamEvent, RetrieveAndGenerateStreamResponse>> AskStreamAsync(
        string question, string? sessionId, KnowledgeBaseFilter? filter, CancellationToken cancellationToken)
    {
        CheckQuestion(question);
        return _client.RetrieveAndGenerateStreamAsync(
            new RetrieveAndGenerateStreamRequest
            {
                Input = new RetrieveAndGenerateInput { Text = question },
                SessionId = sessionId,
                RetrieveAndGenerateConfiguration = await GenerationAsync(filter, cancellationToken).ConfigureAwait(false),
            },
            cancellationToken);
    }

    private static void CheckQuestion(string question)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        if (question.Length > MaxQuestion)
        {
            throw new ArgumentException($"A question takes at most {MaxQuestion} characters; it has {question.Length}.", nameof(question));
        }
    }

    private async Task<IReadOnlyList<KnowledgeBasePassage>> RerankAsync(
        Func<string, IReadOnlyList<string>, CancellationToken, Task<RerankResult>> rerank,
        string query, List<KnowledgeBasePassage> passages, CancellationToken cancellationToken)
    {
        // A passage without words, such as an image, cannot be put in order, and stays behind the others.
        List<KnowledgeBasePassage> worded = [.. passages.Where(static passage => !string.IsNullOrWhiteSpace(passage.Text))];
        if (worded.Count == 0)
        {
            return passages;
        }

        RerankResult ranked = await rerank(query, [.. worded.Select(static passage => passage.Text)], cancellationToken).ConfigureAwait(false);
        IEnumerable<KnowledgeBasePassage> ordered = ranked.Documents.Select(one => worded[one.Index].WithScore(one.Score)).Concat(passages.Except(worded));
        return [.. ordered.Take(_options.NumberOfRerankedResults ?? int.MaxValue)];
    }

    private async Task<AgentRuntimeRetrieveAndGenerateConfiguration> GenerationAsync(KnowledgeBaseFilter? filter, CancellationToken cancellationToken) => new()
    {
        Type = AgentRuntimeRetrieveAndGenerateType.KnowledgeBase,
        KnowledgeBaseConfiguration = new AgentRuntimeKnowledgeBaseRetrieveAndGenerateConfiguration
        {
            KnowledgeBaseId = KnowledgeBaseId,
            ModelArn = _options.ModelArn ?? throw new InvalidOperationException("An answer needs a model: set KnowledgeBaseOptions.ModelArn."),
            RetrievalConfiguration = await ConfigurationAsync(filter, cancellationToken).ConfigureAwait(false),
            GenerationConfiguration = _options is { PromptTemplate: null, Guardrail: null } ? null : new AgentRuntimeGenerationConfiguration
            {
                PromptTemplate = _options.PromptTemplate is { } template ? new AgentRuntimePromptTemplate { TextPromptTemplate = template } : null,
                GuardrailConfiguration = _options.Guardrail,
            },
        },
    };

    private async Task<AgentRuntimeKnowledgeBaseRetrievalConfiguration> ConfigurationAsync(KnowledgeBaseFilter? filter, CancellationToken cancellationToken)
    {
        KnowledgeBaseStore? store = await StoreAsync(filter, cancellationToken).ConfigureAwait(false);
        KnowledgeBaseRetrievalFilter? sent = filter?.ToRequest(store);
        if (store is { IsManaged: true })
        {
            return new AgentRuntimeKnowledgeBaseRetrievalConfiguration
            {
                ManagedSearchConfiguration = new ManagedSearchConfiguration { Filter = sent, NumberOfResults = _options.NumberOfResults },
            };
        }

        if (_options.SearchType == AgentRuntimeSearchType.Hybrid && store is { HasHybridSearch: false })
        {
            throw new ArgumentException($"SearchType is HYBRID, which {store} does not have.", nameof(filter));
        }

        return new AgentRuntimeKnowledgeBaseRetrievalConfiguration
        {
            VectorSearchConfiguration = new AgentRuntimeKnowledgeBaseVectorSearchConfiguration
            {
                Filter = sent,
                NumberOfResults = _options.NumberOfResults,
                OverrideSearchType = _options.SearchType,
                RerankingConfiguration = _options.RerankModelArn is not { } model ? null : new AgentRuntimeVectorSearchRerankingConfiguration
                {
                    Type = AgentRuntimeVectorSearchRerankingConfigurationType.BedrockRerankingModel,
                    BedrockRerankingConfiguration = new AgentRuntimeVectorSearchBedrockRerankingConfiguration
                    {
                        ModelConfiguration = new AgentRuntimeVectorSearchBedrockRerankingModelConfiguration { ModelArn = model },
                        NumberOfRerankedResults = _options.NumberOfRerankedResults,
                    },
                },
            },
        };
    }

    // Asked only when something depends on it.
    private async Task<KnowledgeBaseStore?> StoreAsync(KnowledgeBaseFilter? filter, CancellationToken cancellationToken)
    {
        if (_options.Store is not null || (filter is null && _options.SearchType != AgentRuntimeSearchType.Hybrid))
        {
            return _options.Store;
        }

        return await AboutAsync(cancellationToken).ConfigureAwait(false) is { } about ? KnowledgeBaseStore.Of(about) : null;
    }

    private async Task<AgentBuildKnowledgeBase?> AboutAsync(CancellationToken cancellationToken)
    {
        if (_options.BuildingClient is not { } client)
        {
            return null;
        }

        Task<AgentBuildKnowledgeBase> asked;
        lock (_gate)
        {
            // One that failed is asked again.
            asked = _about is { IsFaulted: false, IsCanceled: false } known ? known : _about = FetchAsync(client);
        }

        return await asked.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<AgentBuildKnowledgeBase> FetchAsync(BedrockAgentClient client)
    {
        string id = KnowledgeBaseId[(KnowledgeBaseId.LastIndexOf('/') + 1)..];
        GetKnowledgeBaseResponse response = await client.GetKnowledgeBaseAsync(new GetKnowledgeBaseRequest { KnowledgeBaseId = id }).ConfigureAwait(false);
        return response.KnowledgeBase ?? throw new BedrockProtocolException("GetKnowledgeBase was answered without a knowledge base.");
    }
}
