using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text.Unicode;

namespace Bedrock.Toolkit.EventStreams;

/// <summary>A view over one frame in a buffer; checksums, lengths and headers were verified when it was read.</summary>
/// <remarks>
/// Copies nothing and, up to 16 headers, allocates nothing; so it is good only as long as the buffer under it is left alone.
/// <see cref="ToMessage"/> makes a copy that stays. Safe to read from many threads under the same condition.
/// See <see href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon Event Stream</see>.
/// </remarks>
internal readonly struct EventStreamFrame
{
    private const int FewHeaders = 16;

    private readonly ReadOnlyMemory<byte> _headers;

    private EventStreamFrame(ReadOnlyMemory<byte> headers, ReadOnlyMemory<byte> payload, long streamOffset)
    {
        _headers = headers;
        Payload = payload;
        StreamOffset = streamOffset;
    }

    /// <summary>The header block as it stands on the wire.</summary>
    /// <value>May be empty.</value>
    public ReadOnlySpan<byte> RawHeaders => _headers.Span;

    /// <summary>What the frame carries, usually JSON.</summary>
    /// <value>May be empty. A part of the buffer, not a copy.</value>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>Where in the stream the frame begins.</summary>
    /// <value>Offset in bytes from the start of the stream.</value>
    public long StreamOffset { get; }

    /// <summary>Reads the frame at the start of a buffer.</summary>
    /// <param name="buffer">Bytes that begin with a frame; the frame is a view over them.</param>
    /// <param name="limits">How large the frame may be.</param>
    /// <param name="streamOffset">Where in the stream the buffer begins; used for the offsets in errors.</param>
    /// <param name="frame">The frame, when it is complete.</param>
    /// <param name="consumed">How many bytes the frame takes; 0 when it is not complete.</param>
    /// <returns>False when the buffer holds a part of a frame that is right so far.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="limits"/> is null.</exception>
    /// <exception cref="BedrockProtocolException">
    /// The bytes are no frame, or one over the limits. Thrown as soon as it can be known: for the lengths, when 12 bytes are there.
    /// </exception>
    public static bool TryRead(
        ReadOnlyMemory<byte> buffer, EventStreamLimits limits, long streamOffset, out EventStreamFrame frame, out int consumed)
    {
        ArgumentNullException.ThrowIfNull(limits);
        frame = default;
        consumed = 0;
        if (buffer.Length < EventStreamFormat.PreludeLength) return false;

        EventStreamPrelude prelude = EventStreamPrelude.Read(buffer.Span, limits, streamOffset);
        if (buffer.Length < prelude.TotalLength) return false;

        frame = Verify(buffer[..prelude.TotalLength], prelude, limits, streamOffset);
        consumed = prelude.TotalLength;
        return true;
    }

    /// <summary>Looks for a header that holds text, without making a string of it.</summary>
    /// <param name="name">The name in UTF-8, such as <c>":event-type"u8</c>; case matters.</param>
    /// <param name="utf8Value">The text in UTF-8: a part of the buffer, not a copy.</param>
    /// <returns>False when there is no header of that name or it is of another type.</returns>
    public bool TryGetString(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> utf8Value)
    {
        ReadOnlySpan<byte> block = RawHeaders;
        EventStreamHeaderWalker header = new(block, StreamOffset + EventStreamFormat.PreludeLength);
        while (header.MoveNext())
        {
            if (!block[header.Name].SequenceEqual(name)) continue;

            bool isText = header.Type == EventStreamHeaderType.String;
            utf8Value = isText ? block[header.Value] : default;
            return isText;
        }

        utf8Value = default;
        return false;
    }

    /// <summary>Copies headers and payload out of the buffer.</summary>
    /// <returns>A message that stays good after the buffer was used for something else.</returns>
    public EventStreamMessage ToMessage()
    {
        // One copy of the whole block; the values of the headers are slices of it.
        byte[] block = _headers.ToArray();
        List<EventStreamHeader> headers = [];
        EventStreamHeaderWalker header = new(block, StreamOffset + EventStreamFormat.PreludeLength);
        while (header.MoveNext())
        {
            string name = Encoding.UTF8.GetString(block.AsSpan(header.Name));
            headers.Add(new EventStreamHeader(name, header.Type, block.AsMemory(header.Value)));
        }

        return new EventStreamMessage(headers, Payload.ToArray());
    }

    /// <summary>Shows how much there is, never what it says.</summary>
    /// <returns>Such as <c>75 bytes of headers, 120 bytes of payload</c>.</returns>
    public override string ToString() => $"{_headers.Length} bytes of headers, {Payload.Length} bytes of payload";

    /// <summary>Checks what the prelude could not tell: the message CRC, then every header, unless they were checked before.</summary>
    internal static EventStreamFrame Verify(
        ReadOnlyMemory<byte> bytes, EventStreamPrelude prelude, EventStreamLimits limits, long streamOffset, bool hasKnownHeaders = false)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        int checksumAt = span.Length - EventStreamFormat.ChecksumLength;
        if (BinaryPrimitives.ReadUInt32BigEndian(span[checksumAt..]) != Crc32.HashToUInt32(span[..checksumAt]))
        {
            throw EventStreamFormat.Defect(streamOffset + checksumAt, "The message CRC of a frame is wrong");
        }

        int payloadAt = EventStreamFormat.PreludeLength + prelude.HeadersLength;
        if (!hasKnownHeaders)
        {
            VerifyHeaders(span[EventStreamFormat.PreludeLength..payloadAt], limits, streamOffset + EventStreamFormat.PreludeLength);
        }

        return new EventStreamFrame(bytes[EventStreamFormat.PreludeLength..payloadAt], bytes[payloadAt..checksumAt], streamOffset);
    }

    private static void VerifyHeaders(ReadOnlySpan<byte> block, EventStreamLimits limits, long streamOffset)
    {
        EventStreamNameSet names = new(block, stackalloc Range[FewHeaders]);
        EventStreamHeaderWalker header = new(block, streamOffset);
        int count = 0;
        while (header.MoveNext())
        {
            if (++count > limits.MaxHeaders)
            {
                throw EventStreamFormat.Defect(
                    streamOffset + header.Start,
                    $"A frame has more headers than the limit {nameof(EventStreamLimits)}.{nameof(limits.MaxHeaders)} of {limits.MaxHeaders}");
            }

            if (!Utf8.IsValid(block[header.Name]))
            {
                throw EventStreamFormat.Defect(streamOffset + header.Start, "The name of a header is not UTF-8");
            }

            if (header.Type == EventStreamHeaderType.String && !Utf8.IsValid(block[header.Value]))
            {
                throw EventStreamFormat.Defect(streamOffset + header.Start, "The text of a header is not UTF-8");
            }

            if (!names.Add(header.Name))
            {
                throw EventStreamFormat.Defect(streamOffset + header.Start, "The name of a header occurs twice in its frame");
            }
        }
    }
}
