using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Streaming;

/// <summary>Reads the frames of an operation with modelled events as those events.</summary>
internal sealed class TypedFrameReader<TEvent>(BedrockEventReader<TEvent> readEvent, Func<TEvent, BedrockInvocationMetrics?>? readMetrics) : FrameReader<TEvent>
{
    public override bool TryRead(EventStreamFrame frame, out TEvent streamEvent)
    {
        ReadOnlySpan<byte> payload = frame.Payload.Span;
        try
        {
            TEvent? read = readEvent(TypeOf(frame), payload);
            streamEvent = read!;
            return read is not null;
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

    public override BedrockInvocationMetrics? MetricsOf(TEvent streamEvent) => readMetrics?.Invoke(streamEvent);

    public override void Show(EventStreamFrame frame, IStreamingCall call) => call.Observe(frame.Payload.Span);
}
