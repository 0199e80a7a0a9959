using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Streaming;

/// <summary>Turns event frames into the events of one kind of stream. Thread-safe.</summary>
internal abstract class FrameReader<TEvent>
{
    /// <summary>Reads a frame; false when it is of a kind that AWS added later, and is passed over.</summary>
    public abstract bool TryRead(EventStreamFrame frame, out TEvent streamEvent);

    /// <summary>Adds a frame to a fold without making an event of it; false when that cannot be done, and nothing of it was taken.</summary>
    public virtual bool TryFold(EventStreamFrame frame, IChunkFold fold) => false;

    /// <summary>What an event tells of the whole call.</summary>
    public virtual BedrockInvocationMetrics? MetricsOf(TEvent streamEvent) => null;

    /// <summary>Shows the JSON of a frame that could be read to the one who observes the call.</summary>
    public abstract void Show(EventStreamFrame frame, IStreamingCall call);

    /// <summary>The type of an event frame: <see cref="FrameStream"/> has refused those without one.</summary>
    protected static ReadOnlySpan<byte> TypeOf(EventStreamFrame frame) =>
        frame.TryGetString(":event-type"u8, out ReadOnlySpan<byte> type) ? type : default;
}
