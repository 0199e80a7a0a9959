using System.Buffers.Binary;
using System.IO.Hashing;

namespace Bedrock.Toolkit.EventStreams;

/// <summary>Writes event-stream frames.</summary>
/// <remarks>
/// Every message is checked as a whole before its first byte is written. Has no state, so safe to use from many threads.
/// See <see href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon Event Stream</see>.
/// </remarks>
internal static class EventStreamEncoder
{
    /// <summary>Writes one message as one frame.</summary>
    /// <param name="output">Where the frame goes.</param>
    /// <param name="message">What to write.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> or <paramref name="message"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A header name is not 1 to 255 bytes of UTF-8 or occurs twice, a header value is longer than 32,767 bytes, the headers together are
    /// longer than 131,072 bytes, or the payload is longer than 25,165,824 bytes. Nothing was written.
    /// </exception>
    public static void Write(IBufferWriter<byte> output, EventStreamMessage message)
    {
        ArgumentNullException.ThrowIfNull(output);
        int headersLength = Check(message);
        int totalLength = TotalLength(message, headersLength);
        Fill(output.GetSpan(totalLength)[..totalLength], message, headersLength);
        output.Advance(totalLength);
    }

    /// <summary>Writes one message as one frame of its own.</summary>
    /// <param name="message">What to write.</param>
    /// <returns>The bytes of the frame.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    /// <exception cref="ArgumentException">The message breaks a rule of the format, as in <see cref="Write"/>.</exception>
    public static byte[] Encode(EventStreamMessage message)
    {
        int headersLength = Check(message);
        byte[] frame = new byte[TotalLength(message, headersLength)];
        Fill(frame, message, headersLength);
        return frame;
    }

    private static int TotalLength(EventStreamMessage message, int headersLength) =>
        EventStreamFormat.OverheadLength + headersLength + message.Payload.Length;

    /// <summary>Checks every rule of the format and gives the length of the header block.</summary>
    private static int Check(EventStreamMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Payload.Length > EventStreamFormat.MaxPayloadBytes)
        {
            throw Refused($"The payload is {message.Payload.Length} bytes long; the format allows {EventStreamFormat.MaxPayloadBytes}.");
        }

        long length = 0;
        HashSet<string> names = new(message.Headers.Count, StringComparer.Ordinal);
        foreach (EventStreamHeader header in message.Headers)
        {
            if (!names.Add(header.Name)) throw Refused($"Header '{header.Name}' occurs twice; a name may occur once in a message.");
            length += CheckedLength(header);
        }

        return length <= EventStreamFormat.MaxHeadersBytes
            ? (int)length
            : throw Refused($"The headers are {length} bytes long; the format allows {EventStreamFormat.MaxHeadersBytes}.");
    }

    private static int CheckedLength(EventStreamHeader header)
    {
        int nameLength = NameLength(header.Name);
        if (nameLength is 0 or > EventStreamFormat.MaxNameBytes)
        {
            throw Refused($"The name of header '{header.Name}' is {nameLength} bytes long; the format allows 1 to {EventStreamFormat.MaxNameBytes}.");
        }

        int valueLength = header.WireValue.Length;
        if (valueLength > EventStreamFormat.MaxValueBytes)
        {
            throw Refused($"The value of header '{header.Name}' is {valueLength} bytes long; the format allows {EventStreamFormat.MaxValueBytes}.");
        }

        int lengthField = EventStreamFormat.FixedValueLength(header.Type) is null ? sizeof(ushort) : 0;
        return sizeof(byte) + nameLength + sizeof(EventStreamHeaderType) + lengthField + valueLength;
    }

    private static int NameLength(string name)
    {
        try
        {
            return EventStreamFormat.StrictUtf8.GetByteCount(name);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException($"The name of header '{name}' has half of a surrogate pair.", exception);
        }
    }

    private static void Fill(Span<byte> frame, EventStreamMessage message, int headersLength)
    {
        BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)frame.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame[4..], (uint)headersLength);
        BinaryPrimitives.WriteUInt32BigEndian(frame[8..], Crc32.HashToUInt32(frame[..8]));

        Span<byte> rest = frame[EventStreamFormat.PreludeLength..];
        foreach (EventStreamHeader header in message.Headers)
        {
            rest = rest[WriteHeader(rest, header)..];
        }

        message.Payload.Span.CopyTo(rest);

        Span<byte> checkedBytes = frame[..^EventStreamFormat.ChecksumLength];
        BinaryPrimitives.WriteUInt32BigEndian(frame[checkedBytes.Length..], Crc32.HashToUInt32(checkedBytes));
    }

    private static int WriteHeader(Span<byte> target, EventStreamHeader header)
    {
        int nameLength = EventStreamFormat.StrictUtf8.GetBytes(header.Name, target[1..]);
        target[0] = (byte)nameLength;

        int position = 1 + nameLength;
        target[position++] = (byte)header.Type;

        ReadOnlySpan<byte> value = header.WireValue.Span;
        if (EventStreamFormat.FixedValueLength(header.Type) is null)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target[position..], (ushort)value.Length);
            position += sizeof(ushort);
        }

        value.CopyTo(target[position..]);
        return position + value.Length;
    }

    private static ArgumentException Refused(string rule) => new(rule);
}
