namespace Bedrock.Toolkit;

/// <summary>
/// The embedding of a stream of items: enumerate it, once, to read, embed and receive them. An item counts as done when the next one is asked
/// for. Not thread-safe, except for <see cref="Progress"/>.
/// </summary>
/// <remarks>
/// A failure of the run as a whole (no access, no such model, throttling without end, a source that fails) is thrown by the enumeration, after
/// every item that was embedded before it in order. Leaving the enumeration stops all calls.
/// </remarks>
/// <typeparam name="T">What is embedded.</typeparam>
public sealed class EmbeddingRun<T> : IAsyncEnumerable<EmbeddedItem<T>>
{
    // Batches that are read ahead, so that one slow call does not stop the others while order is kept. Bounds the memory.
    private const int ItemsAhead = 1024;

    private readonly EmbeddingCaller _caller;
    private readonly IAsyncEnumerable<T> _items;
    private readonly EmbeddingPipelineOptions<T> _options;
    private readonly CancellationToken _cancellation;
    private readonly RunCounters _counters = new();
    private readonly AdaptiveLimiter _limiter;
    private int _started;
    private long _start;
    private long _lastReport;
    private int _vectorLength;

    internal EmbeddingRun(EmbeddingCaller caller, IAsyncEnumerable<T> items, EmbeddingPipelineOptions<T> options, CancellationToken cancellationToken)
    {
        _caller = caller;
        _items = items;
        _options = options;
        _cancellation = cancellationToken;
        _limiter = new AdaptiveLimiter(options.MaxConcurrency);
        _start = options.TimeProvider.GetTimestamp();
    }

    /// <summary>How far the run has come.</summary>
    /// <value>A new object at each access.</value>
    public EmbeddingProgress Progress => _counters.ToProgress(_options.ExpectedCount, _limiter.Limit, _options.TimeProvider.GetElapsedTime(_start));

    /// <summary>Starts the run.</summary>
    /// <param name="cancellationToken">Cancels everything, as does the token given to <c>EmbedManyAsync</c>.</param>
    /// <returns>The items.</returns>
    /// <exception cref="InvalidOperationException">The run was enumerated before.</exception>
    public IAsyncEnumerator<EmbeddedItem<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new InvalidOperationException("An embedding run is enumerated once: call EmbedManyAsync again for another run.");
        }

        return new Delivery(DeliverAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None), _cancellation, cancellationToken);
    }

    private async IAsyncEnumerable<EmbeddedItem<T>> DeliverAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_cancellation, cancellationToken);
        using var work = new RunWork<T>(_caller, _items, _options, _limiter, _counters, ItemsAhead, stop.Token);
        _start = _lastReport = _options.TimeProvider.GetTimestamp();
        var confirmations = new Confirmations(_options.Checkpoint);
        work.Start();
        try
        {
            await foreach (PipelineBatch<T> batch in work.ReadAsync().ConfigureAwait(false))
            {
                foreach (PipelineItem<T> item in batch.Items)
                {
                    CheckLength(item);
                    EmbeddedItem<T> result = item.ToResult();
                    await confirmations.BeginAsync(item.Key, item.Hash, item.Error is null, stop.Token).ConfigureAwait(false);
                    if (item.Error is not null && _options.DeadLetter is { } deadLetter)
                    {
                        await deadLetter(result, stop.Token).ConfigureAwait(false);
                    }
                    else
                    {
                        yield return result;
                    }

                    confirmations.End();
                    Count(item);
                }

                // Not left for the next beginning: the next batch may be long in coming.
                await confirmations.FlushAsync(stop.Token).ConfigureAwait(false);
                work.Release();
                Report(force: false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await work.EndAsync().ConfigureAwait(false);
            Report(force: true);
        }
    }

    private void Count(PipelineItem<T> item)
    {
        if (item.Error is null)
        {
            _counters.AddDone();
        }
        else
        {
            _counters.AddFailed();
        }
    }

    private void CheckLength(PipelineItem<T> item)
    {
        if (item.Error is not null)
        {
            return;
        }

        _vectorLength = _vectorLength == 0 ? item.Vector.Length : _vectorLength;
        if (item.Vector.Length != _vectorLength)
        {
            item.Error = new BedrockProtocolException(
                $"The answers hold vectors of {_vectorLength} and of {item.Vector.Length} numbers.") { ModelId = _caller.Model.Id.Value };
        }
    }

    private void Report(bool force)
    {
        if (_options.Progress is { } progress && (force || _options.TimeProvider.GetElapsedTime(_lastReport) >= _options.ProgressInterval))
        {
            _lastReport = _options.TimeProvider.GetTimestamp();
            progress.Report(Progress);
        }
    }

    /// <summary>The items, with a cancellation under the token that the caller knows.</summary>
    private sealed class Delivery(IAsyncEnumerator<EmbeddedItem<T>> items, CancellationToken ofRun,
        CancellationToken ofEnumeration) : IAsyncEnumerator<EmbeddedItem<T>>
    {
        public EmbeddedItem<T> Current => items.Current;

        public async ValueTask<bool> MoveNextAsync()
        {
            try
            {
                return await items.MoveNextAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (ofRun.IsCancellationRequested || ofEnumeration.IsCancellationRequested)
            {
                throw new OperationCanceledException(e.Message, e, ofEnumeration.IsCancellationRequested ? ofEnumeration : ofRun);
            }
        }

        public ValueTask DisposeAsync() => items.DisposeAsync();
    }
}
