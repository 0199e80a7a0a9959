using System.Net.ServerSentEvents;

namespace Bedrock.Toolkit.Streaming;

/// <summary>The events of an answer in server-sent events; one of any other media type is a single event. Used by one thread at a time, but for
/// <see cref="Abort"/>.</summary>
/// <param name="call">The call.</param>
/// <param name="create">Makes an event of its type, its content and its id.</param>
internal sealed class TextEventSource<TEvent>(IStreamingCall call, Func<string, ReadOnlyMemory<byte>, string?, TEvent> create) : IEventSource<TEvent>
{
    private const string EventsType = "text/event-stream";
    private const int MaxBytes = 50_000_000;

    private IAsyncEnumerator<SseItem<byte[]>>? _events;
    private bool _holdsFirst;

    public TEvent Current { get; private set; } = default!;

    public BedrockResponseMetadata? Metadata => call.Metadata;

    public Task OpenAsync(CancellationToken cancellationToken) => call.OpenAsync(BeginAsync, cancellationToken);

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (_holdsFirst)
        {
            _holdsFirst = false;
            return true;
        }

        return await MoveAsync().ConfigureAwait(false);
    }

    public void AddContext(BedrockException exception, int eventsDelivered)
    {
        CallFacts facts = call.Facts;
        exception.AddContext(facts.Operation, facts.ModelId, facts.RequestId, facts.Attempts, eventsDelivered);
    }

    public void Finish(Exception? failure) => call.Finish(failure);

    public void EndWithin(TimeSpan limit) => call.EndWithin(limit);

    public void Abort() => call.Abort();

    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        await call.DisposeAsync().ConfigureAwait(false);
    }

    private async Task BeginAsync(Stream body, CancellationToken cancellationToken)
    {
        await EndAsync().ConfigureAwait(false);
        _events = EventsType.Equals(call.MediaType, StringComparison.OrdinalIgnoreCase)
            ? SseParser.Create(body, static (_, data) => data.ToArray()).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken)
            : WholeAsync(body, cancellationToken).GetAsyncEnumerator(cancellationToken);
        if (!await MoveAsync().ConfigureAwait(false))
        {
            throw new BedrockIncompleteStreamException("The stream ended before its first event.") { IsTransient = true };
        }

        _holdsFirst = true;
    }

    private async ValueTask<bool> MoveAsync()
    {
        try
        {
            if (!await _events!.MoveNextAsync().ConfigureAwait(false))
            {
                return false;
            }
        }
        catch (Exception e) when (ProgramFault.IsForeign(e))
        {
            throw new BedrockIncompleteStreamException("The connection ended or broke inside the stream.", e) { IsTransient = true };
        }

        SseItem<byte[]> read = _events.Current;
        Current = create(read.EventType, read.Data, read.EventId);
        return true;
    }

    private async ValueTask EndAsync()
    {
        if (_events is { } events)
        {
            _events = null;
            await events.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<SseItem<byte[]>> WholeAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > MaxBytes)
            {
                throw new BedrockProtocolException($"The answer has more than {MaxBytes} bytes.");
            }
        }

        yield return new SseItem<byte[]>(whole.ToArray());
    }
}
