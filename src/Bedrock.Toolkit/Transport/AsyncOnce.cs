namespace Bedrock.Toolkit.Transport;

/// <summary>A value that is made once, by whoever asks first; a failure is not kept, so that the next caller tries again. Thread safe.</summary>
internal sealed class AsyncOnce<T>(Func<Task<T>> create)
    where T : class
{
    private readonly Lock _lock = new();
    private T? _value;
    private Task<T>? _running;

    public ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        if (_value is { } value)
        {
            return ValueTask.FromResult(value);
        }

        Task<T> running;
        lock (_lock)
        {
            if (_running is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _running = CreateAsync();
            }

            running = _running;
        }

        return new ValueTask<T>(running.WaitAsync(cancellationToken));
    }

    private async Task<T> CreateAsync() => _value = await create().ConfigureAwait(false);
}
