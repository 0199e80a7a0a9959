using Bedrock.Toolkit.Agents.Building;

namespace Bedrock.Toolkit.Agents;

/// <content>Documents go in and out.</content>
public sealed partial class BedrockKnowledgeBase
{
    private const int DocumentsOfCall = 10;
    private const long BytesOfCall = 4_000_000;

    /// <summary>Gives documents to the knowledge base and waits until each is found or has failed.</summary>
    /// <remarks>The same id takes the place of the document before, so that an ingestion that broke off can be repeated.</remarks>
    /// <param name="documents">The documents, each id once.</param>
    /// <param name="progress">Told of every change.</param>
    /// <param name="cancellationToken">Cancels the waiting; what was sent goes on in the service.</param>
    /// <returns>How each document ended; look at <see cref="KnowledgeBaseIngestion.Failed"/>.</returns>
    /// <exception cref="InvalidOperationException">No <see cref="KnowledgeBaseOptions.BuildingClient"/> or <see cref="KnowledgeBaseOptions.DataSourceId"/> is
    /// set.</exception>
    /// <exception cref="ArgumentException">An id is there twice.</exception>
    /// <exception cref="BedrockException">A call failed.</exception>
    public async Task<KnowledgeBaseIngestion> IngestAsync(
        IEnumerable<KnowledgeBaseFile> documents, IProgress<KnowledgeBaseIngestion>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        KnowledgeBaseFile[] all = [.. documents];
        (BedrockAgentClient client, string source, string id) = Building();
        var states = new Dictionary<string, KnowledgeBaseDocumentDetail?>(StringComparer.Ordinal);
        foreach (KnowledgeBaseFile document in all)
        {
            if (!states.TryAdd(document.Id, null))
            {
                throw new ArgumentException($"The document '{document.Id}' is there twice.", nameof(documents));
            }
        }

        foreach (List<KnowledgeBaseFile> part in Parts(all))
        {
            IngestKnowledgeBaseDocumentsResponse response = await client.IngestKnowledgeBaseDocumentsAsync(
                new IngestKnowledgeBaseDocumentsRequest
                {
                    KnowledgeBaseId = id,
                    DataSourceId = source,
                    Documents = [.. part.Select(static document => document.ToRequest())],
                },
                cancellationToken).ConfigureAwait(false);
            Take(states, response.DocumentDetails);
            progress?.Report(new KnowledgeBaseIngestion(states));
        }

        while (await OpenAsync(client, id, source, all, states, cancellationToken).ConfigureAwait(false))
        {
            progress?.Report(new KnowledgeBaseIngestion(states));
            await Task.Delay(_options.PollInterval, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        var ended = new KnowledgeBaseIngestion(states);
        progress?.Report(ended);
        return ended;
    }

    /// <summary>Takes documents out of the knowledge base.</summary>
    /// <param name="documentIds">Their ids or S3 URIs.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>A task that ends when the service has taken the order; it works on it for a while.</returns>
    /// <exception cref="InvalidOperationException">No <see cref="KnowledgeBaseOptions.BuildingClient"/> or <see cref="KnowledgeBaseOptions.DataSourceId"/> is
    /// set.</exception>
    /// <exception cref="BedrockException">A call failed.</exception>
    public async Task DeleteAsync(IEnumerable<string> documentIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documentIds);
        (BedrockAgentClient client, string source, string id) = Building();
        foreach (string[] part in documentIds.Chunk(DocumentsOfCall))
        {
            await client.DeleteKnowledgeBaseDocumentsAsync(
                new DeleteKnowledgeBaseDocumentsRequest
                {
                    KnowledgeBaseId = id,
                    DataSourceId = source,
                    DocumentIdentifiers = [.. part.Select(IdentifierOf)],
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    private static DocumentIdentifier IdentifierOf(string id) => id.StartsWith("s3://", StringComparison.Ordinal)
        ? KnowledgeBaseFile.FromS3(id).Identifier
        : new DocumentIdentifier { DataSourceType = ContentDataSourceType.Custom, Custom = new CustomDocumentIdentifier { Id = id } };

    private static void Take(Dictionary<string, KnowledgeBaseDocumentDetail?> states, IList<KnowledgeBaseDocumentDetail>? details)
    {
        foreach (KnowledgeBaseDocumentDetail detail in details ?? [])
        {
            if ((detail.Identifier?.Custom?.Id ?? detail.Identifier?.S3?.Uri) is { } id && states.ContainsKey(id))
            {
                states[id] = detail;
            }
        }
    }

    // Asks for those that are not at their end; false when all are.
    private static async Task<bool> OpenAsync(
        BedrockAgentClient client, string id, string source, KnowledgeBaseFile[] all, Dictionary<string, KnowledgeBaseDocumentDetail?> states,
        CancellationToken cancellationToken)
    {
        KnowledgeBaseFile[] open = Open();
        foreach (KnowledgeBaseFile[] part in open.Chunk(DocumentsOfCall))
        {
            GetKnowledgeBaseDocumentsResponse response = await client.GetKnowledgeBaseDocumentsAsync(
                new GetKnowledgeBaseDocumentsRequest
                {
                    KnowledgeBaseId = id,
                    DataSourceId = source,
                    DocumentIdentifiers = [.. part.Select(static document => document.Identifier)],
                },
                cancellationToken).ConfigureAwait(false);
            Take(states, response.DocumentDetails);
        }

        return Open().Length > 0;

        KnowledgeBaseFile[] Open() => [.. all.Where(document => states[document.Id]?.Status is not { } status || !KnowledgeBaseIngestion.IsOver(status))];
    }

    private static IEnumerable<List<KnowledgeBaseFile>> Parts(KnowledgeBaseFile[] all)
    {
        List<KnowledgeBaseFile> part = [];
        long bytes = 0;
        foreach (KnowledgeBaseFile document in all)
        {
            if (part.Count == DocumentsOfCall || (part.Count > 0 && bytes + document.Length > BytesOfCall))
            {
                yield return part;
                part = [];
                bytes = 0;
            }

            part.Add(document);
            bytes += document.Length;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private (BedrockAgentClient Client, string Source, string Id) Building() => (
        _options.BuildingClient ?? throw new InvalidOperationException("Documents need KnowledgeBaseOptions.BuildingClient."),
        _options.DataSourceId ?? throw new InvalidOperationException("Documents need KnowledgeBaseOptions.DataSourceId."),
        KnowledgeBaseId[(KnowledgeBaseId.LastIndexOf('/') + 1)..]);
}
