using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Bedrock.Toolkit.Agents.S3Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Bedrock.Toolkit.VectorData;

/// <summary>An index of Amazon S3 Vectors as a collection. Thread-safe. It disposes no client.</summary>
/// <remarks>
/// The key is the vector's key; data properties are metadata: those that are indexed can be filtered by and have 2 KB together, the others, at most 10, are
/// left out of filters. A member that is null is not stored. Upserts go in batches, held to the quota of the index, and are sent again when the service
/// throttles them; the same key overwrites, so that an upsert that broke off is simply repeated.
/// </remarks>
/// <typeparam name="TKey">The key: a text, a <see cref="Guid"/> or a whole number.</typeparam>
/// <typeparam name="TRecord">The record.</typeparam>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The abstraction calls it so.")]
public sealed partial class S3VectorCollection<TKey, TRecord> : VectorStoreCollection<TKey, TRecord>
    where TKey : notnull
    where TRecord : class
{
    private const int MostResults = 100;
    private const int KeysOfRead = 100;
    private const int KeysOfDelete = 500;

    private readonly S3VectorsClient _client;
    private readonly string _bucket;
    private readonly CollectionModel _model;
    private readonly S3VectorStoreOptions _options;
    private readonly S3VectorRecord<TKey, TRecord> _mapper;
    private readonly VectorStoreCollectionMetadata _metadata;

    internal S3VectorCollection(S3VectorsClient client, string bucket, string name, CollectionModel model, S3VectorStoreOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (_client, _bucket, Name, _model, _options) = (client, bucket, name, model, options);
        _mapper = new S3VectorRecord<TKey, TRecord>(model);
        _metadata = new VectorStoreCollectionMetadata { VectorStoreSystemName = S3VectorStore.SystemName, VectorStoreName = bucket, CollectionName = name };
    }

    /// <summary>The name of the index.</summary>
    public override string Name { get; }

    private bool IsSimilarity => _model.VectorProperty.DistanceFunction is null or Microsoft.Extensions.VectorData.DistanceFunction.CosineSimilarity;

    /// <inheritdoc/>
    public override Task<bool> CollectionExistsAsync(CancellationToken cancellationToken = default) =>
        S3VectorIndex.ExistsAsync(_client, _bucket, Name, cancellationToken);

    /// <inheritdoc/>
    public override async Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default)
    {
        if (await CollectionExistsAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        string[] nonFilterable = [.. _model.DataProperties.Where(static property => !property.IsIndexed).Select(static property => property.StorageName)];
        bool isEuclidean = _model.VectorProperty.DistanceFunction == Microsoft.Extensions.VectorData.DistanceFunction.EuclideanDistance;
        await TellAsync("CreateIndex", async () =>
        {
            try
            {
                await _client.CreateIndexAsync(
                    new CreateIndexRequest
                    {
                        VectorBucketName = _bucket,
                        IndexName = Name,
                        DataType = VectorDataType.Float32,
                        Dimension = _model.VectorProperty.Dimensions,
                        DistanceMetric = isEuclidean ? DistanceMetric.Euclidean : DistanceMetric.Cosine,
                        MetadataConfiguration = nonFilterable.Length == 0 ? null : new MetadataConfiguration { NonFilterableMetadataKeys = nonFilterable },
                    },
                    cancellationToken).ConfigureAwait(false);
            }
            catch (BedrockServiceException e) when (e.ErrorCode == BedrockErrorCode.Conflict)
            {
                // Somebody else has made it in the meantime.
                return false;
            }

            return true;
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task EnsureCollectionDeletedAsync(CancellationToken cancellationToken = default) =>
        S3VectorIndex.DeleteAsync(_client, _bucket, Name, cancellationToken);

    /// <inheritdoc/>
    public override async Task<TRecord?> GetAsync(TKey key, RecordRetrievalOptions? options = null, CancellationToken cancellationToken = default)
    {
        await foreach (TRecord found in GetAsync([key], options, cancellationToken).ConfigureAwait(false))
        {
            return found;
        }

        return null;
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<TRecord> GetAsync(
        IEnumerable<TKey> keys, RecordRetrievalOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        CheckVectors(options?.IncludeVectors == true);
        foreach (string[] part in keys.Select(static key => S3VectorRecord<TKey, TRecord>.KeyOf(key)).Chunk(KeysOfRead))
        {
            GetVectorsResponse response = await ReadAsync(part, options?.IncludeVectors == true, withMetadata: true, cancellationToken).ConfigureAwait(false);
            foreach (GetOutputVector vector in response.Vectors)
            {
                yield return _mapper.Read(vector.Key!, vector.Metadata, vector.Data);
            }
        }
    }

    /// <summary>Records that meet a condition. S3 Vectors has no such query: every vector of the index is looked at here.</summary>
    /// <inheritdoc/>
    public override async IAsyncEnumerable<TRecord> GetAsync(
        Expression<Func<TRecord, bool>> filter, int top, FilteredRecordRetrievalOptions<TRecord>? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        options ??= new FilteredRecordRetrievalOptions<TRecord>();
        CheckVectors(options.IncludeVectors);
        Func<TRecord, bool> passes = filter.Compile(preferInterpretation: true);
        if (options.OrderBy is { } order)
        {
            List<TRecord> all = [];
            await foreach (TRecord record in ListAsync(options.IncludeVectors, cancellationToken).ConfigureAwait(false))
            {
                if (passes(record))
                {
                    all.Add(record);
                }
            }

            foreach (TRecord record in Ordered(all, order(new FilteredRecordRetrievalOptions<TRecord>.OrderByDefinition())).Skip(options.Skip).Take(top))
            {
                yield return record;
            }

            yield break;
        }

        int seen = 0;
        await foreach (TRecord record in ListAsync(options.IncludeVectors, cancellationToken).ConfigureAwait(false))
        {
            if (!passes(record) || seen++ < options.Skip)
            {
                continue;
            }

            yield return record;
            if (seen - options.Skip == top)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(TKey key, CancellationToken cancellationToken = default) => DeleteAsync([key], cancellationToken);

    /// <inheritdoc/>
    public override async Task DeleteAsync(IEnumerable<TKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (string[] part in keys.Select(static key => S3VectorRecord<TKey, TRecord>.KeyOf(key)).Chunk(KeysOfDelete))
        {
            await ThrottledAsync(
                "DeleteVectors",
                () => _client.DeleteVectorsAsync(new DeleteVectorsRequest { VectorBucketName = _bucket, IndexName = Name, Keys = part }, cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<VectorSearchResult<TRecord>> SearchAsync<TInput>(
        TInput searchValue, int top, VectorSearchOptions<TRecord>? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(searchValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        options ??= new VectorSearchOptions<TRecord>();
        CheckVectors(options.IncludeVectors);
        if (top + options.Skip > MostResults)
        {
            throw new ArgumentOutOfRangeException(nameof(top), $"S3 Vectors gives at most {MostResults} results, those that are skipped among them.");
        }

        ReadOnlyMemory<float> vector = await VectorAsync(searchValue, cancellationToken).ConfigureAwait(false);
        QueryVectorsResponse response = await TellAsync("QueryVectors", () => _client.QueryVectorsPageAsync(
            new QueryVectorsRequest
            {
                VectorBucketName = _bucket,
                IndexName = Name,
                TopK = top + options.Skip,
                QueryVector = new VectorValuesFloat32 { Float32 = vector },
                Filter = options.Filter is { } filter ? S3VectorFilter.Create(filter, _model) : null,
                ReturnDistance = true,
                ReturnMetadata = true,
            },
            cancellationToken)).ConfigureAwait(false);
        List<QueryOutputVector> found = [.. response.Vectors.Skip(options.Skip)];
        Dictionary<string, VectorValues?> data = [];
        if (options.IncludeVectors && found.Count > 0)
        {
            GetVectorsResponse read = await ReadAsync(
                [.. found.Select(static one => one.Key!)], withData: true, withMetadata: false, cancellationToken).ConfigureAwait(false);
            data = read.Vectors.ToDictionary(static one => one.Key!, static one => one.Data);
        }

        foreach (QueryOutputVector one in found)
        {
            double? score = IsSimilarity ? 1 - one.Distance : one.Distance;
            if (options.ScoreThreshold is { } threshold && (IsSimilarity ? score < threshold : score > threshold))
            {
                yield break;
            }

            yield return new VectorSearchResult<TRecord>(_mapper.Read(one.Key!, one.Metadata, data.GetValueOrDefault(one.Key!)), score);
        }
    }

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(VectorStoreCollectionMetadata) ? _metadata
            : serviceType == typeof(S3VectorsClient) ? _client
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    private static IEnumerable<TRecord> Ordered(List<TRecord> records, FilteredRecordRetrievalOptions<TRecord>.OrderByDefinition order)
    {
        IOrderedEnumerable<TRecord>? ordered = null;
        foreach (FilteredRecordRetrievalOptions<TRecord>.OrderByDefinition.SortInfo part in order.Values)
        {
            Func<TRecord, object?> key = part.PropertySelector.Compile(preferInterpretation: true);
            ordered = (ordered, part.Ascending) switch
            {
                (null, true) => records.OrderBy(key),
                (null, false) => records.OrderByDescending(key),
                (not null, true) => ordered.ThenBy(key),
                (not null, false) => ordered.ThenByDescending(key),
            };
        }

        return ordered ?? (IEnumerable<TRecord>)records;
    }

    private async IAsyncEnumerable<TRecord> ListAsync(bool withData, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListVectorsRequest { VectorBucketName = _bucket, IndexName = Name, ReturnData = withData, ReturnMetadata = true, MaxResults = 500 };
        ListVectorsResponse page;
        do
        {
            page = await TellAsync("ListVectors", () => _client.ListVectorsPageAsync(request, cancellationToken)).ConfigureAwait(false);
            foreach (ListOutputVector vector in page.Vectors)
            {
                yield return _mapper.Read(vector.Key!, vector.Metadata, vector.Data);
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(page.NextToken));
    }

    private Task<GetVectorsResponse> ReadAsync(string[] keys, bool withData, bool withMetadata, CancellationToken cancellationToken) => TellAsync(
        "GetVectors", () => _client.GetVectorsAsync(
            new GetVectorsRequest { VectorBucketName = _bucket, IndexName = Name, Keys = keys, ReturnData = withData, ReturnMetadata = withMetadata },
            cancellationToken));

    private void CheckVectors(bool areWanted)
    {
        if (areWanted && _model.EmbeddingGenerationRequired)
        {
            throw new NotSupportedException("Vectors that a generator makes have no member in the record to be read into: leave IncludeVectors out.");
        }
    }

    private async Task<ReadOnlyMemory<float>> VectorAsync(object value, CancellationToken cancellationToken) =>
        value is ReadOnlyMemory<float> or float[] or Embedding<float>
            ? S3VectorRecord<TKey, TRecord>.VectorOf(value)
            : S3VectorRecord<TKey, TRecord>.VectorOf(await _model.VectorProperty.GenerateEmbeddingAsync(value, cancellationToken).ConfigureAwait(false));

    private Task<T> TellAsync<T>(string operation, Func<Task<T>> call) => S3VectorFault.TellAsync(call, operation, _bucket, Name);
}
