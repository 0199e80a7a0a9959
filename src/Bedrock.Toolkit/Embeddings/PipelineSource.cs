namespace Bedrock.Toolkit;

/// <summary>Reads the items of a run, passes over what the checkpoint has, and packs the others into batches. Used by one reader.</summary>
internal sealed class PipelineSource<T>(
    EmbeddingCaller caller, IAsyncEnumerable<T> items, EmbeddingPipelineOptions<T> options, RunCounters counters) : IDisposable
{
    private readonly ContentHasher _hasher = new(caller.Model, options.Purpose, options.Dimensions);
    private readonly BatchLimits _limits = caller.Limits with
    {
        MaxTexts = Math.Min(caller.Limits.MaxTexts, options.MaxBatchCount ?? int.MaxValue),
        MaxImages = Math.Min(caller.Limits.MaxImages, options.MaxBatchCount ?? int.MaxValue),
        MaxBytes = Math.Min(caller.Limits.MaxBytes, options.MaxBatchBytes ?? int.MaxValue),
    };

    private long _index = -1;

    /// <summary>The batches. When the source fails, what it gave before still comes first.</summary>
    public async IAsyncEnumerable<PipelineBatch<T>> ReadBatchesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Exception? failure = null;
        PipelineBatch<T> batch = new();
        IAsyncEnumerator<T> source = items.GetAsyncEnumerator(cancellationToken);
        Task<bool>? pending = null;
        try
        {
            while (true)
            {
                // A source that is slow must not hold up the items that it already gave.
                pending = source.MoveNextAsync().AsTask();
                if (!pending.IsCompleted && batch.Items.Count > 0 && !await EndsInTimeAsync(pending, cancellationToken).ConfigureAwait(false))
                {
                    yield return batch;
                    batch = new();
                }

                PipelineItem<T>? item;
                bool more;
                try
                {
                    more = await pending.ConfigureAwait(false);
                    item = more ? await TakeAsync(source.Current, cancellationToken).ConfigureAwait(false) : null;
                }
#pragma warning disable CA1031 // Whatever the source or a selector throws is thrown again below, after the items before it.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    failure = e;
                    break;
                }

                if (!more)
                {
                    break;
                }

                if (item is null)
                {
                    continue;
                }

                if (batch.Items.Count > 0 && !_limits.Fits(batch.Items[0].Content, batch.Items.Count, batch.Bytes, item.Content))
                {
                    yield return batch;
                    batch = new();
                }

                batch.Add(item);
            }

            if (batch.Items.Count > 0)
            {
                yield return batch;
            }

            if (failure is not null)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            }
        }
        finally
        {
            await ReleaseAsync(source, pending).ConfigureAwait(false);
        }
    }

    public void Dispose() => _hasher.Dispose();

    // An enumerator must not be disposed while it still moves; it was given the token that stops it.
    private static async Task ReleaseAsync(IAsyncEnumerator<T> source, Task<bool>? pending)
    {
        if (pending is not null)
        {
            await ((Task)pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await source.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<bool> EndsInTimeAsync(Task<bool> pending, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task delay = Task.Delay(options.MaxBatchDelay, options.TimeProvider, enough.Token);
        bool inTime = await Task.WhenAny(pending, delay).ConfigureAwait(false) == pending;
        await enough.CancelAsync().ConfigureAwait(false);
        return inTime;
    }

    /// <summary>Makes the item of the run; null when it is done already.</summary>
    private async ValueTask<PipelineItem<T>?> TakeAsync(T item, CancellationToken cancellationToken)
    {
        long index = ++_index;
        EmbeddingContent content = options.Image?.Invoke(item) is { } image ? new(image) : new(options.Text?.Invoke(item));
        string? key = options.Key?.Invoke(item);
        if (options.Checkpoint is not { } checkpoint)
        {
            return new PipelineItem<T>(item, index, key, 0, isRedelivery: false, content);
        }

        if (string.IsNullOrEmpty(key))
        {
            throw new InvalidOperationException(
                $"EmbeddingPipelineOptions.Key gave no key for item {index}; a run with a checkpoint needs one for every item.");
        }

        UInt128 hash = _hasher.Hash(content);
        EmbeddingCheckpointEntry? known = await checkpoint.FindAsync(key, cancellationToken).ConfigureAwait(false);
        bool same = known is { } entry && entry.ContentHash == hash;
        if (same && (known!.Value.State == EmbeddingItemState.Done || (known.Value.State == EmbeddingItemState.Failed && !options.RetryFailed)))
        {
            counters.AddSkipped();
            return null;
        }

        return new PipelineItem<T>(item, index, key, hash, known?.State == EmbeddingItemState.Delivering, content);
    }
}
