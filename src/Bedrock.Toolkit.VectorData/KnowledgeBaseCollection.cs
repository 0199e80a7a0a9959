using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Bedrock.Toolkit.Agents;
using Microsoft.Extensions.VectorData;

namespace Bedrock.Toolkit.VectorData;

/// <summary>A knowledge base as a collection that is searched and never written: the service makes the vectors. Thread-safe.</summary>
/// <remarks>Filters name attributes as <c>record.Attributes["port"]</c>; what the store of the knowledge base would pass over is refused.</remarks>
/// <param name="knowledgeBase">The knowledge base; its <see cref="KnowledgeBaseOptions.NumberOfResults"/> is the most that a search gives.</param>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The abstraction calls it so.")]
public sealed class KnowledgeBaseCollection(BedrockKnowledgeBase knowledgeBase) : VectorStoreCollection<string, KnowledgeBaseRecord>
{
    private const string SystemName = "aws.bedrock.knowledge_base";
    private const string ReadOnly = "A knowledge base takes documents, not records: give them to BedrockKnowledgeBase.IngestAsync.";
    private const string NoKeys = "A knowledge base is searched; it gives no passage by its key and no list of them.";

    private readonly BedrockKnowledgeBase _knowledgeBase = knowledgeBase ?? throw new ArgumentNullException(nameof(knowledgeBase));

    /// <summary>The id of the knowledge base.</summary>
    public override string Name => _knowledgeBase.KnowledgeBaseId;

    /// <summary>Finds passages.</summary>
    /// <typeparam name="TInput">Text: the service makes the vector.</typeparam>
    /// <param name="searchValue">The question.</param>
    /// <param name="top">How many passages at most.</param>
    /// <param name="options">Filter, how many to skip, the least score.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The passages, the best first.</returns>
    /// <exception cref="NotSupportedException">The question is no text, or the filter has something that no filter can express.</exception>
    /// <exception cref="VectorStoreException">The call failed.</exception>
    public override async IAsyncEnumerable<VectorSearchResult<KnowledgeBaseRecord>> SearchAsync<TInput>(
        TInput searchValue, int top, VectorSearchOptions<KnowledgeBaseRecord>? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(searchValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        string query = searchValue as string
            ?? throw new NotSupportedException($"A knowledge base is searched by text; here is {searchValue.GetType().Name}.");
        if (options?.IncludeVectors == true)
        {
            throw new NotSupportedException("A knowledge base gives no vectors: leave IncludeVectors out.");
        }

        KnowledgeBaseFilter? filter = options?.Filter is { } condition ? KnowledgeBaseFilter.For(condition) : null;
        IReadOnlyList<KnowledgeBasePassage> passages = await FindAsync(query, filter, cancellationToken).ConfigureAwait(false);
        int index = 0;
        foreach (KnowledgeBasePassage passage in passages.Skip(options?.Skip ?? 0).Take(top))
        {
            if (options?.ScoreThreshold is { } threshold && passage.Score < threshold)
            {
                yield break;
            }

            yield return new VectorSearchResult<KnowledgeBaseRecord>(KnowledgeBaseRecord.Of(passage, index++), passage.Score);
        }
    }

    /// <inheritdoc/>
    public override Task<bool> CollectionExistsAsync(CancellationToken cancellationToken = default) => Task.FromResult(true);

    /// <inheritdoc/>
    public override Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc/>
    public override Task EnsureCollectionDeletedAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException(ReadOnly);

    /// <inheritdoc/>
    public override Task<KnowledgeBaseRecord?> GetAsync(string key, RecordRetrievalOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(NoKeys);

    /// <inheritdoc/>
    public override IAsyncEnumerable<KnowledgeBaseRecord> GetAsync(
        Expression<Func<KnowledgeBaseRecord, bool>> filter, int top, FilteredRecordRetrievalOptions<KnowledgeBaseRecord>? options = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException(NoKeys);

    /// <inheritdoc/>
    public override Task DeleteAsync(string key, CancellationToken cancellationToken = default) => throw new NotSupportedException(ReadOnly);

    /// <inheritdoc/>
    public override Task UpsertAsync(KnowledgeBaseRecord record, CancellationToken cancellationToken = default) => throw new NotSupportedException(ReadOnly);

    /// <inheritdoc/>
    public override Task UpsertAsync(IEnumerable<KnowledgeBaseRecord> records, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(ReadOnly);

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(VectorStoreCollectionMetadata)
                ? new VectorStoreCollectionMetadata { VectorStoreSystemName = SystemName, CollectionName = Name }
            : serviceType == typeof(BedrockKnowledgeBase) ? _knowledgeBase
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    private async Task<IReadOnlyList<KnowledgeBasePassage>> FindAsync(string query, KnowledgeBaseFilter? filter, CancellationToken cancellationToken)
    {
        try
        {
            return await _knowledgeBase.RetrieveAsync(query, filter, cancellationToken).ConfigureAwait(false);
        }
        catch (BedrockException e)
        {
            throw new VectorStoreException($"Retrieve failed: {e.Message}", e)
            {
                VectorStoreSystemName = SystemName,
                CollectionName = Name,
                OperationName = "Retrieve",
            };
        }
    }
}
