using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit.Failover;

/// <summary>The events of the first place that begins to answer. Used by one thread at a time, but for <see cref="Abort"/>.</summary>
/// <param name="order">Gives the places to ask.</param>
/// <param name="begin">Makes the stream of a place, which is not open yet.</param>
/// <param name="begun">Takes that a place has given its first event.</param>
/// <param name="goesOn">Whether a failure lets the call go on at the next place.</param>
internal sealed class FailoverSource<TEvent>(
    Func<PlaceRound> order, Func<int, BedrockStream<TEvent>> begin, Action<int> begun, Func<Exception, PlaceRound, int, bool> goesOn) : IEventSource<TEvent>
{
    private volatile BedrockStream<TEvent>? _stream;
    private IAsyncEnumerator<TEvent>? _events;
    private volatile bool _isAborted;

    public TEvent Current => _events!.Current;

    public BedrockResponseMetadata? Metadata => _stream?.Metadata;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        PlaceRound places = order();
        for (int i = 0; ; i++)
        {
            BedrockStream<TEvent> stream = begin(places[i]);
            _stream = stream;
            if (_isAborted)
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }

            try
            {
                await stream.OpenAsync(cancellationToken).ConfigureAwait(false);
                _events = stream.GetAsyncEnumerator(CancellationToken.None);
                begun(places[i]);
                return;
            }
            catch (Exception e) when (!_isAborted && goesOn(e, places, i))
            {
                // It has closed itself.
            }
        }
    }

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static source => _ = ((FailoverSource<TEvent>)source!)._stream!.DisposeAsync().AsTask(), this);
        try
        {
            return await _events!.MoveNextAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call was cancelled.", e, cancellationToken);
        }
    }

    public void AddContext(BedrockException exception, int eventsDelivered)
    {
        // The stream of the place has told all else.
        if (exception.Operation is { } operation)
        {
            exception.AddContext(operation, null, null, 0, eventsDelivered);
        }
    }

    public void Abort()
    {
        _isAborted = true;
        _ = _stream?.DisposeAsync().AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        if (_events is not null)
        {
            await _events.DisposeAsync().ConfigureAwait(false);
        }

        if (_stream is not null)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }
    }
}
