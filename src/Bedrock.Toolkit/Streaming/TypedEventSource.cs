using System.Text.Json;
using Bedrock.Toolkit.Errors;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Streaming;

/// <summary>Turns the frames of an operation with modelled events into those events.</summary>
internal sealed class TypedEventSource<TEvent>(
    IStreamingCall call, BedrockEventReader<TEvent> readEvent, Func<TEvent, BedrockInvocationMetrics?>? readMetrics) : IEventSource<TEvent>
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
            if (ReadFrame() is { } streamEvent)
            {
                Current = streamEvent;
                if (readMetrics?.Invoke(streamEvent) is { } metrics)
                {
                    _metadata = Metadata?.With(metrics, _skipped);
                    _frames.Call.Report(_metadata);
                }

                if (_frames.Call.IsObserved)
                {
                    _frames.Call.Observe(_frames.Frame.Payload.Span);
                }

                return true;
            }

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

    private TEvent? ReadFrame()
    {
        // FrameStream has refused event frames without a type.
        _frames.Frame.TryGetString(":event-type"u8, out ReadOnlySpan<byte> type);
        ReadOnlySpan<byte> payload = _frames.Frame.Payload.Span;
        try
        {
            return readEvent(type, payload);
        }
        catch (JsonException e)
        {
            throw new BedrockProtocolException(
                $"An event of the stream cannot be read as {typeof(TEvent).Name} (at {NestedJson.PathOf(e)}).",
                JsonFault.WithoutPayload(e))
            {
                JsonPath = NestedJson.PathOf(e),
                ByteOffset = JsonFault.OffsetOf(e, payload),
            };
        }
        catch (InvalidOperationException e) when (JsonFault.IsInvalidText(e))
        {
            throw new BedrockProtocolException($"An event of the stream cannot be read as {typeof(TEvent).Name}: a text in it is no valid Unicode.", e);
        }
    }
}
