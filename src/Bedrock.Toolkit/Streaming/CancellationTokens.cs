namespace Bedrock.Toolkit.Streaming;

/// <summary>Two tokens of one caller seen as one; a cancellation leaves with the token that the caller knows.</summary>
internal readonly struct CancellationTokens : IDisposable
{
    private readonly CancellationToken _first;
    private readonly CancellationToken _second;
    private readonly CancellationTokenSource? _joined;

    private CancellationTokens(CancellationToken first, CancellationToken second)
    {
        _first = first;
        _second = second;
        if (first.CanBeCanceled && second.CanBeCanceled && first != second)
        {
            _joined = CancellationTokenSource.CreateLinkedTokenSource(first, second);
        }
    }

    public CancellationToken Token => _joined?.Token ?? (_first.CanBeCanceled ? _first : _second);

    public static CancellationTokens Join(CancellationToken first, CancellationToken second) => new(first, second);

    public void ThrowIfCancellationRequested()
    {
        _first.ThrowIfCancellationRequested();
        _second.ThrowIfCancellationRequested();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T> RunAsync<T>(ValueTask<T> work)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (Cancelled(out CancellationToken token))
        {
            throw new OperationCanceledException(e.Message, e, token);
        }
    }

    public async Task RunAsync(Task work)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (Cancelled(out CancellationToken token))
        {
            throw new OperationCanceledException(e.Message, e, token);
        }
    }

    public void Dispose() => _joined?.Dispose();

    private bool Cancelled(out CancellationToken token)
    {
        token = _second.IsCancellationRequested ? _second : _first;
        return token.IsCancellationRequested;
    }
}
