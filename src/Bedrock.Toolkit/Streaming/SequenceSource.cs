namespace Bedrock.Toolkit.Streaming;

/// <summary>Events that are at hand already.</summary>
internal sealed class SequenceSource<TEvent>(IAsyncEnumerable<TEvent> events, string operation = "InvokeModelWithResponseStream") : IEventSource<TEvent>
{
    private IAsyncEnumerator<TEvent>? _enumerator;

    public TEvent Current => _enumerator!.Current;

    public BedrockResponseMetadata? Metadata => null;

    public Task OpenAsync(CancellationToken cancellationToken)
    {
        _enumerator = events.GetAsyncEnumerator(cancellationToken);
        return Task.CompletedTask;
    }

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => _enumerator!.MoveNextAsync();

    public void AddContext(BedrockException exception, int eventsDelivered) =>
        exception.AddContext(operation, null, null, 0, eventsDelivered);

    public ValueTask DisposeAsync() => _enumerator?.DisposeAsync() ?? ValueTask.CompletedTask;
}
