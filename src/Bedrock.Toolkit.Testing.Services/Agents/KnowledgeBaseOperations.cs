using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Agents.Building;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.ObjectStore;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Agents;

/// <summary>Knowledge bases as they are built: bases, data sources, documents that are found once they are ingested.</summary>
internal static class KnowledgeBaseOperations
{
    private const int MostDocuments = 25;

    public static Answer Create(AgentsCall call)
    {
        CreateKnowledgeBaseRequest request = call.Read<CreateKnowledgeBaseRequest>();
        if (call.State.KnowledgeBases.Values.Any(one => one.About.Name == request.Name))
        {
            throw new ServiceFailure(409, "ConflictException", $"KnowledgeBase with name {request.Name} already exists.");
        }

        KnowledgeState made = Add(call.State, call.State.NextId("KB"), call.Call.Region, request, call.Now);
        return AgentsCall.Json(new CreateKnowledgeBaseResponse { KnowledgeBase = made.About }, 202);
    }

    public static KnowledgeState Add(AgentsState state, string id, string region, CreateKnowledgeBaseRequest request, DateTimeOffset now)
    {
        var made = new KnowledgeState(new AgentBuildKnowledgeBase
        {
            KnowledgeBaseId = id,
            KnowledgeBaseArn = $"arn:aws:bedrock:{region}:{AgentsCall.Account}:knowledge-base/{id}",
            Name = request.Name,
            Description = request.Description,
            RoleArn = request.RoleArn,
            KnowledgeBaseConfiguration = request.KnowledgeBaseConfiguration,
            StorageConfiguration = request.StorageConfiguration,
            Status = KnowledgeBaseStatus.Active,
            CreatedAt = now,
            UpdatedAt = now,
        });
        state.KnowledgeBases[id] = made;
        return made;
    }

    public static Answer Get(AgentsCall call) => AgentsCall.Json(new GetKnowledgeBaseResponse { KnowledgeBase = Find(call).About });

    public static Answer Delete(AgentsCall call)
    {
        KnowledgeState found = Find(call);
        call.State.KnowledgeBases.Remove(found.About.KnowledgeBaseId!);
        return AgentsCall.Json(
            new DeleteKnowledgeBaseResponse { KnowledgeBaseId = found.About.KnowledgeBaseId, Status = KnowledgeBaseStatus.Deleting }, 202);
    }

    public static Answer List(AgentsCall call) => AgentsCall.Json(new ListKnowledgeBasesResponse
    {
        KnowledgeBaseSummaries =
        [
            .. call.State.KnowledgeBases.Values.Select(one => new KnowledgeBaseSummary
            {
                KnowledgeBaseId = one.About.KnowledgeBaseId,
                Name = one.About.Name,
                Description = one.About.Description,
                Status = one.About.Status,
                UpdatedAt = one.About.UpdatedAt,
            }),
        ],
    });

    public static Answer CreateSource(AgentsCall call)
    {
        CreateDataSourceRequest request = call.Read<CreateDataSourceRequest>();
        KnowledgeState found = Find(call);
        var source = new DataSource
        {
            KnowledgeBaseId = found.About.KnowledgeBaseId,
            DataSourceId = call.State.NextId("DS"),
            Name = request.Name,
            Status = DataSourceStatus.Available,
            DataSourceConfiguration = request.DataSourceConfiguration,
            CreatedAt = call.Now,
            UpdatedAt = call.Now,
        };
        found.Sources[source.DataSourceId] = source;
        return AgentsCall.Json(new CreateDataSourceResponse { DataSource = source });
    }

    public static Answer GetSource(AgentsCall call) => AgentsCall.Json(new GetDataSourceResponse { DataSource = FindSource(call, Find(call)) });

    public static Answer ListSources(AgentsCall call) => AgentsCall.Json(new ListDataSourcesResponse
    {
        DataSourceSummaries =
        [
            .. Find(call).Sources.Values.Select(one => new DataSourceSummary
            {
                KnowledgeBaseId = one.KnowledgeBaseId,
                DataSourceId = one.DataSourceId,
                Name = one.Name,
                Status = one.Status,
                UpdatedAt = one.UpdatedAt,
            }),
        ],
    });

    public static Answer Ingest(AgentsCall call)
    {
        IngestKnowledgeBaseDocumentsRequest request = call.Read<IngestKnowledgeBaseDocumentsRequest>();
        KnowledgeState found = Find(call);
        DataSource source = FindSource(call, found);
        if (request.Documents.Count > MostDocuments)
        {
            throw ServiceFailure.Validation($"Member must have length less than or equal to {MostDocuments} at 'documents'");
        }

        List<KnowledgeBaseDocumentDetail> details = [];
        foreach (KnowledgeBaseDocument document in request.Documents)
        {
            var identifier = new DocumentIdentifier
            {
                DataSourceType = document.Content.DataSourceType,
                Custom = document.Content.Custom?.CustomDocumentIdentifier,
                S3 = document.Content.S3?.S3Location,
            };
            var read = new KnowledgeDocument(identifier, TextOf(call, document), AttributesOf(document), call.Now + call.State.IngestionTime);
            found.Documents[(source.DataSourceId!, read.Id)] = read;
            details.Add(Detail(found, source, read, DocumentStatus.Starting, call.Now));
        }

        return AgentsCall.Json(new IngestKnowledgeBaseDocumentsResponse { DocumentDetails = details }, 202);
    }

    public static Answer GetDocuments(AgentsCall call)
    {
        GetKnowledgeBaseDocumentsRequest request = call.Read<GetKnowledgeBaseDocumentsRequest>();
        KnowledgeState found = Find(call);
        DataSource source = FindSource(call, found);
        return AgentsCall.Json(new GetKnowledgeBaseDocumentsResponse
        {
            DocumentDetails =
            [
                .. request.DocumentIdentifiers.Select(identifier =>
                    found.Documents.GetValueOrDefault((source.DataSourceId!, IdOf(identifier))) is { } document
                        ? Detail(found, source, document, document.StatusAt(call.Now), call.Now)
                        : Missing(found, source, identifier, call.Now)),
            ],
        });
    }

    public static Answer ListDocuments(AgentsCall call)
    {
        ListKnowledgeBaseDocumentsRequest request = call.Read<ListKnowledgeBaseDocumentsRequest>();
        KnowledgeState found = Find(call);
        DataSource source = FindSource(call, found);
        int from = int.TryParse(request.NextToken, CultureInfo.InvariantCulture, out int start) ? start : 0;
        int most = request.MaxResults ?? 100;
        List<KnowledgeDocument> all = [.. found.Documents.Where(one => one.Key.Source == source.DataSourceId).Select(one => one.Value)];
        return AgentsCall.Json(new ListKnowledgeBaseDocumentsResponse
        {
            DocumentDetails = [.. all.Skip(from).Take(most).Select(document => Detail(found, source, document, document.StatusAt(call.Now), call.Now))],
            NextToken = from + most < all.Count ? (from + most).ToString(CultureInfo.InvariantCulture) : null,
        });
    }

    public static Answer DeleteDocuments(AgentsCall call)
    {
        DeleteKnowledgeBaseDocumentsRequest request = call.Read<DeleteKnowledgeBaseDocumentsRequest>();
        KnowledgeState found = Find(call);
        DataSource source = FindSource(call, found);
        List<KnowledgeBaseDocumentDetail> details = [];
        foreach (DocumentIdentifier identifier in request.DocumentIdentifiers)
        {
            details.Add(found.Documents.Remove((source.DataSourceId!, IdOf(identifier)), out KnowledgeDocument? document)
                ? Detail(found, source, document, DocumentStatus.Deleting, call.Now)
                : Missing(found, source, identifier, call.Now));
        }

        return AgentsCall.Json(new DeleteKnowledgeBaseDocumentsResponse { DocumentDetails = details }, 202);
    }

    private static KnowledgeState Find(AgentsCall call) => KnowledgeOperations.Find(call, call.Label("knowledgeBaseId"));

    private static DataSource FindSource(AgentsCall call, KnowledgeState found) =>
        found.Sources.GetValueOrDefault(call.Label("dataSourceId")) ?? throw AgentsCall.NotFound($"DataSource with id {call.Label("dataSourceId")}");

    private static string IdOf(DocumentIdentifier identifier) => identifier.Custom?.Id ?? identifier.S3?.Uri ?? string.Empty;

    private static KnowledgeBaseDocumentDetail Detail(
        KnowledgeState found, DataSource source, KnowledgeDocument document, DocumentStatus status, DateTimeOffset now) => new()
    {
        KnowledgeBaseId = found.About.KnowledgeBaseId,
        DataSourceId = source.DataSourceId,
        Identifier = document.Identifier,
        Status = status,
        StatusReason = status == DocumentStatus.Failed ? "The document has no text that can be read." : null,
        UpdatedAt = now,
    };

    private static KnowledgeBaseDocumentDetail Missing(KnowledgeState found, DataSource source, DocumentIdentifier identifier, DateTimeOffset now) => new()
    {
        KnowledgeBaseId = found.About.KnowledgeBaseId,
        DataSourceId = source.DataSourceId,
        Identifier = identifier,
        Status = DocumentStatus.NotFound,
        UpdatedAt = now,
    };

    // Plain text of any kind is read; a PDF or an image is not, and fails.
    private static string? TextOf(AgentsCall call, KnowledgeBaseDocument document)
    {
        InlineContent? inline = document.Content.Custom?.InlineContent;
        if (inline?.TextContent is { } text)
        {
            return text.Data;
        }

        if (inline?.ByteContent is { } bytes)
        {
            return bytes.MimeType.StartsWith("text/", StringComparison.Ordinal) ? Encoding.UTF8.GetString(bytes.Data.Span) : null;
        }

        string uri = document.Content.S3?.S3Location.Uri ?? document.Content.Custom?.S3Location?.Uri ?? string.Empty;
        string[] parts = uri.Replace("s3://", string.Empty, StringComparison.Ordinal).Split('/', 2);
        return parts.Length == 2 && call.Call.Store.Find(parts[0], parts[1]) is { } stored ? Encoding.UTF8.GetString(stored.Content.Span) : null;
    }

    private static Dictionary<string, JsonElement> AttributesOf(KnowledgeBaseDocument document)
    {
        var attributes = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (MetadataAttribute attribute in document.Metadata?.InlineAttributes ?? [])
        {
            MetadataAttributeValue value = attribute.Value;
            JsonNode? json = value.NumberValue is { } number ? JsonValue.Create(number)
                : value.BooleanValue is { } flag ? JsonValue.Create(flag)
                : value.StringListValue is { } list ? new JsonArray([.. list.Select(static text => JsonValue.Create(text))])
                : JsonValue.Create(value.StringValue);
            attributes[attribute.Key] = JsonElement.Parse(json?.ToJsonString() ?? "null");
        }

        return attributes;
    }
}
