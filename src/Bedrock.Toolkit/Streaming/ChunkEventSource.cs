using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Errors;

namespace Bedrock.Toolkit.Streaming;

/// <summary>Turns the chunk frames of InvokeModelWithResponseStream into a family's events.</summary>
internal sealed class ChunkEventSource<TEvent>(IStreamingCall call, JsonTypeInfo<TEvent> eventInfo) : IEventSource<TEvent>
{
    private readonly FrameStream _frames = new(call);
    private BedrockResponseMetadata? _metadata;
    private int _skipped;

    public TEvent Current { get; private set; } = default!;

    public BedrockResponseMetadata? Metadata => _metadata ?? _frames.Call.Metadata;

    public Task OpenAsync(CancellationToken cancellationToken) => _frames.OpenAsync(cancellationToken);

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (await _frames.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_frames.Frame.TryGetString(":event-type"u8, out ReadOnlySpan<byte> type) && type.SequenceEqual("chunk"u8))
            {
                Current = ChunkPayload.Read(_frames.Frame.Payload.Span, eventInfo);
                TakeMetrics();
                if (_frames.Call.IsObserved)
                {
                    ChunkPayload.Show(_frames.Frame.Payload.Span, _frames.Call);
                }

                return true;
            }

            // A kind of frame that AWS added later: passed over, and told in the metadata.
            _skipped++;
            _metadata = Metadata?.With(null, _skipped);
        }

        return false;
    }

    public void AddContext(BedrockException exception, int eventsDelivered)
    {
        CallFacts facts = _frames.Call.Facts;
        exception.AddContext(facts.Operation, facts.ModelId, facts.RequestId, facts.Attempts, eventsDelivered);
    }

    public void Finish(Exception? failure) => _frames.Call.Finish(failure);

    public ValueTask DisposeAsync() => _frames.DisposeAsync();

    private void TakeMetrics()
    {
        if (Current is BedrockStreamEvent { InvocationMetrics: { } metrics })
        {
            _metadata = Metadata?.With(metrics, _skipped);
            _frames.Call.Report(_metadata);
        }
    }
}
