using Bedrock.Toolkit.Errors;
using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Streaming;

/// <summary>Gives every event frame as it is.</summary>
internal sealed class RawEventSource(IStreamingCall call) : IEventSource<EventStreamMessage>
{
    private readonly FrameStream _frames = new(call);

    public EventStreamMessage Current { get; private set; } = null!;

    public BedrockResponseMetadata? Metadata => _frames.Call.Metadata;

    public Task OpenAsync(CancellationToken cancellationToken) => _frames.OpenAsync(cancellationToken);

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await _frames.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        Current = _frames.Frame.ToMessage();
        if (_frames.Call.IsObserved)
        {
            _frames.Call.Observe(ReadOnlySpan<byte>.Empty);
        }

        return true;
    }

    public void AddContext(BedrockException exception, int eventsDelivered)
    {
        CallFacts facts = _frames.Call.Facts;
        exception.AddContext(facts.Operation, facts.ModelId, facts.RequestId, facts.Attempts, eventsDelivered);
    }

    public void Finish(Exception? failure) => _frames.Call.Finish(failure);

    public ValueTask DisposeAsync() => _frames.DisposeAsync();
}
