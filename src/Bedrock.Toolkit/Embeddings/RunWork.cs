using System.Threading.Channels;

namespace Bedrock.Toolkit;

/// <summary>The work behind a run: a reader that packs batches and starts calls, as far ahead of the receiver as the window allows.</summary>
internal sealed class RunWork<T> : IDisposable
{
    private readonly PipelineSource<T> _source;
    private readonly PipelineWorker<T> _worker;
    private readonly bool _keepOrder;
    private readonly Channel<PipelineBatch<T>> _batches = Channel.CreateUnbounded<PipelineBatch<T>>(new() { SingleReader = true });
    private readonly SemaphoreSlim _window;
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _stopReading;
    private int _running = 1;
    private Task _reader = Task.CompletedTask;

    public RunWork(
        EmbeddingCaller caller,
        IAsyncEnumerable<T> items,
        EmbeddingPipelineOptions<T> options,
        AdaptiveLimiter limiter,
        RunCounters counters,
        int itemsAhead,
        CancellationToken cancellationToken)
    {
        _source = new PipelineSource<T>(caller, items, options, counters);
        _worker = new PipelineWorker<T>(caller, options, limiter, counters);
        _keepOrder = options.KeepOrder;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _stopReading = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        int perCall = Math.Min(caller.Limits.MaxTexts, options.MaxBatchCount ?? int.MaxValue);
        _window = new SemaphoreSlim(Math.Max(2 * options.MaxConcurrency, itemsAhead / perCall));
    }

    public void Start() => _reader = Task.Run(ReadSourceAsync, CancellationToken.None);

    /// <summary>The batches, each with its work done, in the order of the source or as they end.</summary>
    /// <exception cref="Exception">What ended the run, in the place of the batch that met it.</exception>
    public async IAsyncEnumerable<PipelineBatch<T>> ReadAsync()
    {
        await foreach (PipelineBatch<T> batch in _batches.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
        {
            await batch.Work.ConfigureAwait(false);
            yield return batch;
        }
    }

    /// <summary>Makes room for another batch.</summary>
    public void Release() => _window.Release();

    /// <summary>Stops everything and waits for it to end.</summary>
    public async Task EndAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _reader.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        OneEnded();
        await _idle.Task.ConfigureAwait(false);
    }

    public void Dispose()
    {
        _source.Dispose();
        _window.Dispose();
        _stopReading.Dispose();
        _stop.Dispose();
    }

    private async Task ReadSourceAsync()
    {
        try
        {
            await foreach (PipelineBatch<T> batch in _source.ReadBatchesAsync(_stopReading.Token).ConfigureAwait(false))
            {
                await _window.WaitAsync(_stopReading.Token).ConfigureAwait(false);
                Interlocked.Increment(ref _running);
                _ = Task.Run(() => EmbedAsync(batch), CancellationToken.None);
                if (_keepOrder)
                {
                    _batches.Writer.TryWrite(batch);
                }
            }
        }
#pragma warning disable CA1031 // Handed to whoever enumerates the run.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await CompleteAsync(e).ConfigureAwait(false);
            return;
        }

        await CompleteAsync(null).ConfigureAwait(false);
    }

    // Without order a batch is written when it ends, so the end of the list waits for all of them.
    private async Task CompleteAsync(Exception? failure)
    {
        if (!_keepOrder)
        {
            OneEnded();
            await _idle.Task.ConfigureAwait(false);
            Interlocked.Increment(ref _running);
        }

        _batches.Writer.TryComplete(failure);
    }

    private async Task EmbedAsync(PipelineBatch<T> batch)
    {
        try
        {
            await _worker.EmbedAsync(batch.Items.ToArray(), _stop.Token).ConfigureAwait(false);
            batch.End();
        }
#pragma warning disable CA1031 // Handed to whoever enumerates the run.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // It would meet every batch alike: what runs may end, nothing more is begun.
            batch.End(e);
            await _stopReading.CancelAsync().ConfigureAwait(false);
        }

        if (!_keepOrder)
        {
            _batches.Writer.TryWrite(batch);
        }

        OneEnded();
    }

    private void OneEnded()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _idle.TrySetResult();
        }
    }
}
