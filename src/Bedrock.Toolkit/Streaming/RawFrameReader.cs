using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Streaming;

/// <summary>Gives every event frame as it is.</summary>
internal sealed class RawFrameReader : FrameReader<EventStreamMessage>
{
    public override bool TryRead(EventStreamFrame frame, out EventStreamMessage streamEvent)
    {
        streamEvent = frame.ToMessage();
        return true;
    }

    public override void Show(EventStreamFrame frame, IStreamingCall call) => call.Observe(ReadOnlySpan<byte>.Empty);
}
