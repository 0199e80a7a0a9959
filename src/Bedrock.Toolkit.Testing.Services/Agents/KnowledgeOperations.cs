using System.Globalization;
using System.Text.Json;
using Bedrock.Toolkit.Agents.Building;
using Bedrock.Toolkit.Agents.Runtime;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Agents;

/// <summary>Retrieval: what was ingested is found by the words that it shares with the question.</summary>
internal static class KnowledgeOperations
{
    private const int MaxQuestion = 1_000;
    private const int MaxQuery = 20_000;
    private const int DefaultResults = 5;
    private const double Threshold = 0.12;
    private const string NoAnswer = "Sorry, I am unable to assist you with this request.";

    public static Answer Retrieve(AgentsCall call)
    {
        RetrieveRequest request = call.Read<RetrieveRequest>();
        string text = request.RetrievalQuery.Text ?? string.Empty;
        CheckLength("retrievalQuery.text", text, MaxQuery);
        KnowledgeState knowledge = Find(call, request.KnowledgeBaseId);
        List<KnowledgeBaseRetrievalResult> all = Search(call, knowledge, text, request.RetrievalConfiguration, 100);
        int count = NumberOfResults(request.RetrievalConfiguration);
        int from = request.NextToken is { } token && int.TryParse(token, CultureInfo.InvariantCulture, out int start) ? start : 0;
        return AgentsCall.Json(new RetrieveResponse
        {
            RetrievalResults = [.. all.Skip(from).Take(count)],
            NextToken = all.Count > from + count && request.NextToken is not null ? (from + count).ToString(CultureInfo.InvariantCulture) : null,
        });
    }

    public static Answer RetrieveAndGenerate(AgentsCall call)
    {
        RetrieveAndGenerateRequest request = call.Read<RetrieveAndGenerateRequest>();
        string session = SessionOf(call, request.SessionId, request.Input.Text);
        (string text, List<KnowledgeBaseCitation> citations) = Generate(call, request.Input.Text, request.RetrieveAndGenerateConfiguration);
        return AgentsCall.Json(new RetrieveAndGenerateResponse
        {
            SessionId = session,
            Output = new RetrieveAndGenerateOutput { Text = text },
            Citations = citations,
        });
    }

    public static Answer RetrieveAndGenerateStream(AgentsCall call)
    {
        RetrieveAndGenerateStreamRequest request = call.Read<RetrieveAndGenerateStreamRequest>();
        string session = SessionOf(call, request.SessionId, request.Input.Text);
        (string text, List<KnowledgeBaseCitation> citations) = Generate(call, request.Input.Text, request.RetrieveAndGenerateConfiguration);
        var events = new EventList();
        int at = 0;
        foreach (KnowledgeBaseCitation citation in citations)
        {
            int end = citation.GeneratedResponsePart!.TextResponsePart!.Span!.End!.Value + 1;
            Pieces(events, text[at..end]);
            at = end;
            events.Add("citation", new RetrieveAndGenerateCitationEvent
            {
                GeneratedResponsePart = citation.GeneratedResponsePart,
                RetrievedReferences = citation.RetrievedReferences,
                Citation = citation,
            });
        }

        Pieces(events, text[at..]);
        Answer answer = events.ToAnswer();
        answer.Add("x-amzn-bedrock-knowledge-base-session-id", session);
        return answer;
    }

    public static Answer AgenticRetrieveStream(AgentsCall call)
    {
        AgenticRetrieveStreamRequest request = call.Read<AgenticRetrieveStreamRequest>();
        string question = request.Messages[^1].Content.Text ?? string.Empty;
        List<(string Base, KnowledgeBaseRetrievalResult Result)> found = [];
        foreach (AgenticRetriever retriever in request.Retrievers)
        {
            KnowledgeBaseRetrieverConfiguration wanted = (retriever.Configuration as RetrieverConfigurationKnowledgeBase)?.KnowledgeBase
                ?? throw ServiceFailure.Validation("A retriever needs a knowledge base.");
            KnowledgeState knowledge = Find(call, wanted.KnowledgeBaseId);
            found.AddRange(Search(call, knowledge, question, wanted.RetrievalOverrides?.Filter, wanted.RetrievalOverrides?.MaxNumberOfResults ?? DefaultResults)
                .Select(result => (wanted.KnowledgeBaseId, result)));
        }

        var events = new EventList();
        List<(string Base, KnowledgeBaseRetrievalResult Result)> best = [.. found.OrderByDescending(one => one.Result.Score)];
        (string text, List<KnowledgeBaseCitation> citations) = Compose(question, [.. best.Select(one => one.Result)]);
        if (request.GenerateResponse == true)
        {
            events.Add("responseEvent", new AgenticRetrieveResponseEvent { Text = text });
        }

        events.Add("result", new AgenticRetrieveResultEvent
        {
            GeneratedResponse = request.GenerateResponse != true ? null : new AgenticRetrieveGeneratedResponse
            {
                Answer = text,
                Citations =
                [
                    .. citations.Select((citation, index) => new AgenticRetrieveCitation
                    {
                        StartIndex = citation.GeneratedResponsePart!.TextResponsePart!.Span!.Start,
                        EndIndex = citation.GeneratedResponsePart.TextResponsePart.Span.End,
                        References = [new AgenticRetrieveCitationReference { ResultIndex = index }],
                    }),
                ],
            },
            Results =
            [
                .. best.Select(one => new AgenticRetrieveResultItem
                {
                    Content = new RetrievalContent { Text = one.Result.Content!.Text },
                    Metadata = one.Result.Metadata,
                }),
            ],
        });
        return events.ToAnswer();
    }

    public static Answer GenerateQuery(AgentsCall call)
    {
        GenerateQueryRequest request = call.Read<GenerateQueryRequest>();
        string sql = $"SELECT * FROM answers WHERE question = '{request.QueryGenerationInput.Text.Replace("'", "''", StringComparison.Ordinal)}'";
        return AgentsCall.Json(new GenerateQueryResponse { Queries = [new GeneratedQuery { Type = GeneratedQueryType.RedshiftSql, Sql = sql }] });
    }

    public static Answer Rerank(AgentsCall call)
    {
        RerankRequest request = call.Read<RerankRequest>();
        float[] question = KnowledgeDocument.VectorOf(request.Queries[0].TextQuery.Text ?? string.Empty);
        IEnumerable<AgentRuntimeRerankResult> results = request.Sources
            .Select((source, index) => new AgentRuntimeRerankResult
            {
                Index = index,
                RelevanceScore = Math.Round(Math.Clamp(Likeness(question, KnowledgeDocument.VectorOf(TextOf(source))), 0, 1), 6),
            })
            .OrderByDescending(result => result.RelevanceScore).ThenBy(result => result.Index)
            .Take(request.RerankingConfiguration.BedrockRerankingConfiguration.NumberOfResults ?? int.MaxValue);
        return AgentsCall.Json(new RerankResponse { Results = [.. results] });
    }

    public static KnowledgeState Find(AgentsCall call, string named)
    {
        string id = named[(named.LastIndexOf('/') + 1)..];
        return call.State.KnowledgeBases.GetValueOrDefault(id) ?? throw AgentsCall.NotFound($"Knowledge base with id {id}");
    }

    private static string TextOf(RerankSource source) =>
        source.InlineDocumentSource.TextDocument?.Text ?? source.InlineDocumentSource.JsonDocument?.GetRawText() ?? string.Empty;

    private static string SessionOf(AgentsCall call, string? given, string question)
    {
        CheckLength("input.text", question, MaxQuestion);
        if (given is not null && !call.State.Sessions.ContainsKey(given))
        {
            throw ServiceFailure.Validation($"Session with Id {given} is not valid. Please check and try again.");
        }

        string session = given ?? call.State.NextUuid();
        (call.State.Sessions.TryGetValue(session, out List<string>? asked) ? asked : call.State.Sessions[session] = []).Add(question);
        return session;
    }

    private static (string Text, List<KnowledgeBaseCitation> Citations) Generate(
        AgentsCall call, string question, AgentRuntimeRetrieveAndGenerateConfiguration? configuration)
    {
        if (configuration?.ExternalSourcesConfiguration is { } external)
        {
            byte[] data = external.Sources[0].ByteContent?.Data.ToArray() ?? [];
            var document = new KnowledgeDocument(
                new DocumentIdentifier { DataSourceType = ContentDataSourceType.Custom, Custom = new CustomDocumentIdentifier { Id = "source" } },
                System.Text.Encoding.UTF8.GetString(data), new Dictionary<string, JsonElement>(), call.Now);
            float[] vector = KnowledgeDocument.VectorOf(question);
            IEnumerable<KnowledgeBaseRetrievalResult> found = document.Passages
                .Select(passage => Result(document, passage.Text, Likeness(vector, passage.Vector)));
            return Compose(question, [.. found.OrderByDescending(static result => result.Score)]);
        }

        AgentRuntimeKnowledgeBaseRetrieveAndGenerateConfiguration wanted = configuration?.KnowledgeBaseConfiguration
            ?? throw ServiceFailure.Validation("knowledgeBaseConfiguration must be set for the type KNOWLEDGE_BASE.");
        KnowledgeState knowledge = Find(call, wanted.KnowledgeBaseId);
        return Compose(question, Search(call, knowledge, question, wanted.RetrievalConfiguration, NumberOfResults(wanted.RetrievalConfiguration)));
    }

    // The sentences of the best passages that share most with the question, each with the passage that it is from.
    private static (string Text, List<KnowledgeBaseCitation> Citations) Compose(string question, List<KnowledgeBaseRetrievalResult> found)
    {
        float[] vector = KnowledgeDocument.VectorOf(question);
        string text = string.Empty;
        List<KnowledgeBaseCitation> citations = [];
        foreach (KnowledgeBaseRetrievalResult result in found.Where(result => result.Score >= Threshold).Take(2))
        {
            string sentence = (result.Content?.Text ?? string.Empty).Split(['.', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .MaxBy(one => Likeness(vector, KnowledgeDocument.VectorOf(one))) ?? string.Empty;
            text += (text.Length == 0 ? string.Empty : " ") + sentence + ".";
            citations.Add(new KnowledgeBaseCitation
            {
                GeneratedResponsePart = new GeneratedResponsePart
                {
                    TextResponsePart = new TextResponsePart
                    {
                        Text = sentence + ".",
                        Span = new KnowledgeBaseSpan { Start = text.Length - sentence.Length - 1, End = text.Length - 1 },
                    },
                },
                RetrievedReferences = [new RetrievedReference { Content = result.Content, Location = result.Location, Metadata = result.Metadata }],
            });
        }

        return citations.Count == 0 ? (NoAnswer, []) : (text, citations);
    }

    private static List<KnowledgeBaseRetrievalResult> Search(
        AgentsCall call, KnowledgeState knowledge, string question, AgentRuntimeKnowledgeBaseRetrievalConfiguration? configuration, int most) => Search(
        call, knowledge, question, configuration?.VectorSearchConfiguration?.Filter ?? configuration?.ManagedSearchConfiguration?.Filter, most);

    private static List<KnowledgeBaseRetrievalResult> Search(
        AgentsCall call, KnowledgeState knowledge, string question, KnowledgeBaseRetrievalFilter? filter, int most)
    {
        float[] vector = KnowledgeDocument.VectorOf(question);
        KnowledgeBaseStorageType store = knowledge.About.StorageConfiguration?.Type ?? KnowledgeBaseStorageType.OpensearchServerless;
        IEnumerable<KnowledgeBaseRetrievalResult> found =
            from document in knowledge.Documents.Values
            where document.StatusAt(call.Now) == DocumentStatus.Indexed && KnowledgeFilter.Passes(filter, document.Metadata, store)
            from passage in document.Passages
            let score = Likeness(vector, passage.Vector)
            orderby score descending, document.Id
            select Result(document, passage.Text, score);
        return [.. found.Take(most)];
    }

    private static KnowledgeBaseRetrievalResult Result(KnowledgeDocument document, string text, double score) => new()
    {
        Content = new RetrievalResultContent { Type = RetrievalResultContentType.Text, Text = text },
        DocumentId = document.Id,
        Location = document.Identifier.S3 is { } s3
            ? new RetrievalResultLocation { Type = RetrievalResultLocationType.S3, S3Location = new RetrievalResultS3Location { Uri = s3.Uri } }
            : new RetrievalResultLocation
            {
                Type = RetrievalResultLocationType.Custom,
                CustomDocumentLocation = new RetrievalResultCustomDocumentLocation { Id = document.Id },
            },
        Metadata = new Dictionary<string, JsonElement>(document.Metadata),
        Score = Math.Round(score, 6),
    };

    private static int NumberOfResults(AgentRuntimeKnowledgeBaseRetrievalConfiguration? configuration) =>
        configuration?.VectorSearchConfiguration?.NumberOfResults ?? configuration?.ManagedSearchConfiguration?.NumberOfResults ?? DefaultResults;

    private static double Likeness(float[] one, float[] other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    private static void Pieces(EventList events, string text)
    {
        for (int at = 0; at < text.Length; at += 16)
        {
            events.Add("output", new RetrieveAndGenerateOutputEvent { Text = text.Substring(at, Math.Min(16, text.Length - at)) });
        }
    }

    private static void CheckLength(string member, string text, int most)
    {
        if (text.Length > most)
        {
            throw ServiceFailure.Validation(
                $"1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must have length less than or equal to {most}");
        }
    }
}
