using System.Buffers.Binary;
using System.IO.Hashing;

namespace Bedrock.Toolkit.EventStreams;

/// <summary>The two lengths at the start of a frame, checked: they fit each other, the limits and their checksum.</summary>
internal readonly record struct EventStreamPrelude(int TotalLength, int HeadersLength)
{
    /// <summary>Reads and checks the first 12 bytes of a frame; nothing is allocated for a frame before it has passed here.</summary>
    /// <exception cref="BedrockProtocolException">The checksum is wrong, the lengths contradict each other, or one is over a limit.</exception>
    public static EventStreamPrelude Read(ReadOnlySpan<byte> frame, EventStreamLimits limits, long streamOffset)
    {
        if (BinaryPrimitives.ReadUInt32BigEndian(frame[8..]) != Crc32.HashToUInt32(frame[..8]))
        {
            throw EventStreamFormat.Defect(streamOffset + 8, "The prelude CRC of a frame is wrong");
        }

        // Unsigned until both are known to be small: 0x80000000 must not turn negative, nor a sum wrap around.
        uint totalLength = BinaryPrimitives.ReadUInt32BigEndian(frame);
        uint headersLength = BinaryPrimitives.ReadUInt32BigEndian(frame[4..]);
        CheckAgainstEachOther(totalLength, headersLength, streamOffset);
        CheckAgainstLimits(totalLength, headersLength, limits, streamOffset);
        return new EventStreamPrelude((int)totalLength, (int)headersLength);
    }

    private static void CheckAgainstEachOther(uint totalLength, uint headersLength, long streamOffset)
    {
        if (totalLength < EventStreamFormat.OverheadLength)
        {
            throw EventStreamFormat.Defect(
                streamOffset,
                $"The total length of a frame is {totalLength}, below the least possible {EventStreamFormat.OverheadLength}");
        }

        if (headersLength > totalLength - EventStreamFormat.OverheadLength)
        {
            throw EventStreamFormat.Defect(
                streamOffset + 4,
                $"The headers length of a frame is {headersLength}, past the end of the frame of {totalLength} bytes");
        }
    }

    private static void CheckAgainstLimits(uint totalLength, uint headersLength, EventStreamLimits limits, long streamOffset)
    {
        if (totalLength > (uint)limits.MaxFrameBytes)
        {
            throw EventStreamFormat.Defect(
                streamOffset,
                $"A frame of {totalLength} bytes is over the limit {nameof(EventStreamLimits)}.{nameof(limits.MaxFrameBytes)} of {limits.MaxFrameBytes}");
        }

        if (headersLength > (uint)limits.MaxHeadersBytes)
        {
            throw EventStreamFormat.Defect(
                streamOffset + 4,
                $"A frame's headers of {headersLength} bytes are over the limit "
                + $"{nameof(EventStreamLimits)}.{nameof(limits.MaxHeadersBytes)} of {limits.MaxHeadersBytes}");
        }
    }
}
