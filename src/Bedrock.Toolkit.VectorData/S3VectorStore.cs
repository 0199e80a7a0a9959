using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Bedrock.Toolkit.Agents.S3Vectors;
using Microsoft.Extensions.VectorData;

namespace Bedrock.Toolkit.VectorData;

/// <summary>A vector bucket of Amazon S3 as a store; each collection is an index. Thread-safe. It disposes no client.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors.html</remarks>
public sealed class S3VectorStore : VectorStore
{
    internal const string SystemName = "aws.s3vectors";

    private readonly S3VectorsClient _client;
    private readonly S3VectorStoreOptions _options;
    private readonly VectorStoreMetadata _metadata;

    /// <summary>Stands for a bucket, which has to be there.</summary>
    /// <param name="client">The client.</param>
    /// <param name="vectorBucketName">The bucket's name, 3 to 63 characters.</param>
    /// <param name="options">How it works; copied.</param>
    public S3VectorStore(S3VectorsClient client, string vectorBucketName, S3VectorStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(vectorBucketName);
        _client = client;
        VectorBucketName = vectorBucketName;
        _options = (options ?? new S3VectorStoreOptions()).Copy();
        _metadata = new VectorStoreMetadata { VectorStoreSystemName = SystemName, VectorStoreName = vectorBucketName };
    }

    /// <summary>The bucket's name.</summary>
    public string VectorBucketName { get; }

    /// <inheritdoc/>
    [RequiresDynamicCode("Records are made and read by reflection.")]
    [RequiresUnreferencedCode("Records are made and read by reflection.")]
    public override VectorStoreCollection<TKey, TRecord> GetCollection<TKey, TRecord>(string name, VectorStoreCollectionDefinition? definition = null) =>
        typeof(TRecord) == typeof(Dictionary<string, object?>)
            ? throw new ArgumentException("A collection of dictionaries is made by GetDynamicCollection.", nameof(definition))
            : new S3VectorCollection<TKey, TRecord>(
                _client, VectorBucketName, name, S3VectorModel.Of(typeof(TRecord), typeof(TKey), definition, _options.EmbeddingGenerator), _options);

    /// <inheritdoc/>
    public override VectorStoreCollection<object, Dictionary<string, object?>> GetDynamicCollection(string name, VectorStoreCollectionDefinition definition) =>
        new S3VectorCollection<object, Dictionary<string, object?>>(
            _client, VectorBucketName, name, S3VectorModel.OfDictionaries(definition, _options.EmbeddingGenerator), _options);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<string> ListCollectionNamesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerator<IndexSummary> indexes = _client
            .ListIndexesAsync(new ListIndexesRequest { VectorBucketName = VectorBucketName }, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (indexes.ConfigureAwait(false))
        {
            while (await S3VectorFault.TellAsync(() => indexes.MoveNextAsync().AsTask(), "ListIndexes", VectorBucketName, null).ConfigureAwait(false))
            {
                yield return indexes.Current.IndexName!;
            }
        }
    }

    /// <inheritdoc/>
    public override Task<bool> CollectionExistsAsync(string name, CancellationToken cancellationToken = default) =>
        S3VectorIndex.ExistsAsync(_client, VectorBucketName, name, cancellationToken);

    /// <inheritdoc/>
    public override Task EnsureCollectionDeletedAsync(string name, CancellationToken cancellationToken = default) =>
        S3VectorIndex.DeleteAsync(_client, VectorBucketName, name, cancellationToken);

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(VectorStoreMetadata) ? _metadata
            : serviceType == typeof(S3VectorsClient) ? _client
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }
}
