namespace Bedrock.Toolkit.Streaming;

/// <summary>The events of an open answer, as a reader makes them from its frames. Used by one thread at a time, but for <see cref="Abort"/>.</summary>
internal sealed class FrameEventSource<TEvent>(IStreamingCall call, FrameReader<TEvent> reader) : IEventSource<TEvent>
{
    // AWS adds a kind of frame now and then. A server that sends nothing else is none, and would hold its reader for ever.
    private const int MaxPassedOver = 10_000;

    private readonly FrameStream _frames = new(call);
    private BedrockResponseMetadata? _metadata;
    private int _skipped;
    private int _passedOver;
    private IChunkFold? _fold;

    public TEvent Current { get; private set; } = default!;

    public int Folded { get; private set; }

    public BedrockResponseMetadata? Metadata => _metadata ?? call.Metadata;

    public void FoldInto(IChunkFold fold) => _fold = fold;

    public Task OpenAsync(CancellationToken cancellationToken) => _frames.OpenAsync(cancellationToken);

    public bool TryRead()
    {
        while (_frames.TryRead())
        {
            if (TakeFrame())
            {
                return true;
            }
        }

        return false;
    }

    // As in the layers above and below: waits once per event in a live stream.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (await _frames.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (TakeFrame())
            {
                return true;
            }
        }

        return false;
    }

    public void AddContext(BedrockException exception, int eventsDelivered)
    {
        CallFacts facts = call.Facts;
        exception.AddContext(facts.Operation, facts.ModelId, facts.RequestId, facts.Attempts, eventsDelivered);
    }

    public void Finish(Exception? failure) => call.Finish(failure);

    public void EndWithin(TimeSpan limit) => call.EndWithin(limit);

    public void Abort() => call.Abort();

    public ValueTask DisposeAsync() => _frames.DisposeAsync();

    /// <summary>Takes the current frame; false when no event comes of it, and the next one is to be read.</summary>
    private bool TakeFrame()
    {
        if (_fold is not null && !call.IsObserved && reader.TryFold(_frames.Frame, _fold))
        {
            Folded++;
            _passedOver = 0;
            return false;
        }

        if (reader.TryRead(_frames.Frame, out TEvent streamEvent))
        {
            _passedOver = 0;
            Take(streamEvent);
            return true;
        }

        // Passed over, and told in the metadata.
        _skipped++;
        _metadata = Metadata?.With(null, _skipped);
        return ++_passedOver < MaxPassedOver ? false
            : throw new BedrockProtocolException($"The stream holds {MaxPassedOver} frames in a row of kinds that are not known.");
    }

    private void Take(TEvent streamEvent)
    {
        Current = streamEvent;
        if (reader.MetricsOf(streamEvent) is { } metrics)
        {
            _metadata = Metadata?.With(metrics, _skipped);
            call.Report(_metadata);
        }

        if (call.IsObserved)
        {
            reader.Show(_frames.Frame, call);
        }
    }
}
