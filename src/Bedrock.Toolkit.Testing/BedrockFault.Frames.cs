using System.Buffers.Binary;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing;

/// <content>Frames of a stream that are wrong in one way each.</content>
public sealed partial class BedrockFault
{
    private const int PreludeLength = 12;
    private const byte NoSuchType = 200;

    /// <summary>The body ends inside the first bytes of a frame. Only for streams.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault CutInPrelude(int afterEvents) => OfFrame(nameof(CutInPrelude), afterEvents, static frame => frame[..(PreludeLength / 2)]);

    /// <summary>The stream ends regularly, between two frames, before the model said that it has ended. Only for streams.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault EndsEarly(int afterEvents) => OfFrame(nameof(EndsEarly), afterEvents, static _ => []);

    /// <summary>A frame whose lengths do not fit their checksum. Only for streams.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault CorruptPrelude(int afterEvents) => OfFrame(nameof(CorruptPrelude), afterEvents, static frame =>
    {
        frame[8] ^= 0xff;
        return frame;
    });

    /// <summary>A frame that says it is shorter than its parts. Only for streams.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault ImpossibleLength(int afterEvents) => OfFrame(nameof(ImpossibleLength), afterEvents, static frame => WithLength(frame, 15));

    /// <summary>A frame that says it is larger than anybody takes. Only for streams.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault OversizedFrame(int afterEvents) =>
        OfFrame(nameof(OversizedFrame), afterEvents, static frame => WithLength(frame, int.MaxValue));

    /// <summary>A frame with a header of a type that there is not. Only for streams.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault UnknownHeaderType(int afterEvents) => OfFrame(nameof(UnknownHeaderType), afterEvents, static frame =>
    {
        frame[PreludeLength + 1 + frame[PreludeLength]] = NoSuchType;
        return EventFrames.Reseal(frame);
    });

    /// <summary>A frame that does not say whether it is an event or an error. Only for streams.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault MissingMessageType(int afterEvents) =>
        OfFrame(nameof(MissingMessageType), afterEvents, static _ => EventFrames.Frame("{}"u8, (":event-type", "chunk")));

    /// <summary>An event whose content cannot be read, in a frame that is whole. Only for streams.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault BrokenChunk(int afterEvents) => new(Name(nameof(BrokenChunk), afterEvents), call => OfStream(
        call, nameof(BrokenChunk), afterEvents, call.Route.Template.Group == SimulatedInvokeModel.Group
            ? EventFrames.Frame("{\"bytes\":\"!\"}"u8, (":event-type", "chunk"), (":content-type", "application/json"), (":message-type", "event"))
            : EventFrames.Frame("{\"contentBlockIndex\":"u8, (":event-type", "contentBlockDelta"), (":content-type", "application/json"),
                (":message-type", "event"))));

    /// <summary>An event that no version of the library knows; the rest of the stream follows. A client should go on. Only for streams.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault UnknownEvent(int afterEvents) => new(Name(nameof(UnknownEvent), afterEvents), call => !call.IsStreaming
        ? OfStream(call, nameof(UnknownEvent), afterEvents, [])
        : Answer.EventStream(EventFrames.Insert(
            Content(call).Frames!, afterEvents, EventFrames.Event("somethingNew", "{\"of\":\"tomorrow\"}"u8, afterEvents))));

    /// <summary>An answer of either kind that cannot be read.</summary>
    internal static BedrockFault Unreadable(int afterEvents)
    {
        BedrockFault ofStream = CorruptFrame(afterEvents);
        return new BedrockFault(Name(nameof(Unreadable), afterEvents), call => (call.IsStreaming ? ofStream : MalformedJson).Apply(call));
    }

    /// <summary>An error of the service inside a stream, or in place of a whole answer.</summary>
    internal static BedrockFault StreamError(int afterEvents)
    {
        BedrockFault ofStream = ExceptionFrame(afterEvents, "modelStreamErrorException", "The model failed in the middle of its answer.");
        return new BedrockFault(Name(nameof(StreamError), afterEvents), call => (call.IsStreaming ? ofStream : ModelError).Apply(call));
    }

    private static BedrockFault OfFrame(string name, int afterEvents, Func<byte[], byte[]> change) => new(Name(name, afterEvents), call =>
        OfStream(call, name, afterEvents, change(call.Frame("{}"u8.ToArray(), afterEvents))));

    // The frame is as long as it was: only what it says of itself is wrong.
    private static byte[] WithLength(byte[] frame, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(frame, length);
        return EventFrames.Reseal(frame);
    }
}
