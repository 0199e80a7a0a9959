using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Streaming;

/// <summary>Reads the chunks of InvokeModelWithResponseStream as a family's events.</summary>
internal sealed class ChunkFrameReader<TEvent>(JsonTypeInfo<TEvent> eventInfo, Func<ReadOnlySpan<byte>, TEvent?>? readUsual) : FrameReader<TEvent>
{
    public override bool TryRead(EventStreamFrame frame, out TEvent streamEvent)
    {
        bool isChunk = TypeOf(frame).SequenceEqual("chunk"u8);
        streamEvent = isChunk ? ChunkPayload.Read(frame.Payload.Span, eventInfo, readUsual) : default!;
        return isChunk;
    }

    public override bool TryFold(EventStreamFrame frame, IChunkFold fold) =>
        TypeOf(frame).SequenceEqual("chunk"u8) && ChunkPayload.TryFold(frame.Payload.Span, fold);

    public override BedrockInvocationMetrics? MetricsOf(TEvent streamEvent) => (streamEvent as BedrockStreamEvent)?.InvocationMetrics;

    public override void Show(EventStreamFrame frame, IStreamingCall call) => ChunkPayload.Show(frame.Payload.Span, call);
}
