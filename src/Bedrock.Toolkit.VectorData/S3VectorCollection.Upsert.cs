using Bedrock.Toolkit.Agents.S3Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

namespace Bedrock.Toolkit.VectorData;

/// <content>Vectors go in by batches, within the quotas of the service.</content>
public sealed partial class S3VectorCollection<TKey, TRecord>
{
    private const int MostOfBatch = 500;

    // The service takes 20 MiB; a float has about 12 characters.
    private const int BytesOfBatch = 16 * 1024 * 1024;
    private const int BytesOfFloat = 13;
    private const int RecordsAtOnce = 500;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _pace = new(1);
    private long? _second;
    private int _inSecond;

    /// <inheritdoc/>
    public override Task UpsertAsync(TRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return UpsertAsync([record], cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task UpsertAsync(IEnumerable<TRecord> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        List<PutInputVector> batch = [];
        long bytes = 0;
        foreach (TRecord[] part in records.Chunk(RecordsAtOnce))
        {
            IReadOnlyList<Embedding?> generated = await EmbedAsync(part, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < part.Length; i++)
            {
                PutInputVector vector = _mapper.Write(part[i], generated[i]);
                long size = ((long)_model.VectorProperty.Dimensions * BytesOfFloat) + (vector.Metadata?.GetRawText().Length ?? 0) + vector.Key.Length + 64;
                if (batch.Count == MostOfBatch || (batch.Count > 0 && bytes + size > BytesOfBatch) || batch.Exists(other => other.Key == vector.Key))
                {
                    await PutAsync(batch, cancellationToken).ConfigureAwait(false);
                    batch = [];
                    bytes = 0;
                }

                batch.Add(vector);
                bytes += size;
            }
        }

        if (batch.Count > 0)
        {
            await PutAsync(batch, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the collection's own resources back; the client stays.</summary>
    /// <param name="disposing">Whether it is disposed and not finalized.</param>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _pace.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<IReadOnlyList<Embedding?>> EmbedAsync(TRecord[] records, CancellationToken cancellationToken)
    {
        if (!_model.EmbeddingGenerationRequired)
        {
            return new Embedding?[records.Length];
        }

        IReadOnlyList<Embedding> made = await _model.VectorProperty
            .GenerateEmbeddingsAsync(records.Select(_model.VectorProperty.GetValueAsObject), cancellationToken).ConfigureAwait(false);
        return made.Count == records.Length ? made
            : throw new VectorStoreException($"The embedding generator made {made.Count} vectors of {records.Length} records.");
    }

    private async Task PutAsync(List<PutInputVector> batch, CancellationToken cancellationToken)
    {
        await PaceAsync(batch.Count, cancellationToken).ConfigureAwait(false);
        await ThrottledAsync(
            "PutVectors",
            () => _client.PutVectorsAsync(new PutVectorsRequest { VectorBucketName = _bucket, IndexName = Name, Vectors = batch }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    // Not more in a second than the index takes, whoever gives them through this collection.
    private async Task PaceAsync(int count, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            TimeProvider time = _options.TimeProvider;
            long began = _second ??= time.GetTimestamp();
            TimeSpan passed = time.GetElapsedTime(began);
            if (passed >= TimeSpan.FromSeconds(1))
            {
                (_second, _inSecond) = (time.GetTimestamp(), 0);
            }
            else if (_inSecond + count > _options.VectorsPerSecond && _inSecond > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1) - passed, time, cancellationToken).ConfigureAwait(false);
                (_second, _inSecond) = (time.GetTimestamp(), 0);
            }

            _inSecond += count;
        }
        finally
        {
            _pace.Release();
        }
    }

    // Beside the attempts of the client, which are few: a long run meets the quota again and again.
    private Task<T> ThrottledAsync<T>(string operation, Func<Task<T>> call, CancellationToken cancellationToken) => TellAsync(operation, async () =>
    {
        TimeSpan wait = FirstWait;
        for (int repeats = 0; ; repeats++)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (BedrockThrottlingException) when (repeats < _options.MaxThrottledRepeats)
            {
                await Task.Delay(wait, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
                wait = wait < TimeSpan.FromSeconds(5) ? wait * 2 : wait;
            }
        }
    });
}
