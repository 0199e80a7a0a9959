namespace Bedrock.Toolkit.Transport;

/// <summary>A value that is made once, on the thread pool; a failure is not kept, so that the next caller tries again. Thread-safe.</summary>
internal sealed class AsyncOnce<T>(Func<Task<T>> create)
    where T : class
{
    private readonly Lock _lock = new();
    private volatile T? _value;
    private Task<T>? _running;

    /// <summary>Whether the value is there.</summary>
    public T? Value => _value;

    public ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        if (_value is { } value)
        {
            return ValueTask.FromResult(value);
        }

        Task<T> running;
        lock (_lock)
        {
            // Only begun here: nothing of it runs on the caller's thread or under the lock.
            if (_running is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _running = Task.Run(CreateAsync);

                // Everyone who asked may have gone away by the time it fails.
                _ = _running.ContinueWith(static failed => _ = failed.Exception, CancellationToken.None,
                    TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }

            running = _running;
        }

        return new ValueTask<T>(running.WaitAsync(cancellationToken));
    }

    private async Task<T> CreateAsync() => _value = await create().ConfigureAwait(false);
}
