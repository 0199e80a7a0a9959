using System.Buffers.Binary;

namespace Bedrock.Toolkit.EventStreams;

/// <summary>Walks over a block of headers in place, and never past its end.</summary>
internal ref struct EventStreamHeaderWalker(ReadOnlySpan<byte> block, long streamOffset)
{
    private readonly ReadOnlySpan<byte> _block = block;
    private int _next;

    /// <summary>Where the current header starts in the block.</summary>
    public int Start { get; private set; }

    /// <summary>Where the name of the current header stands in the block.</summary>
    public Range Name { get; private set; }

    /// <summary>The type of the current header.</summary>
    public EventStreamHeaderType Type { get; private set; }

    /// <summary>Where the value of the current header stands in the block, without its length field.</summary>
    public Range Value { get; private set; }

    /// <summary>Goes to the next header.</summary>
    /// <returns>False when the block ends exactly behind the last header.</returns>
    /// <exception cref="BedrockProtocolException">The rest of the block is no header.</exception>
    public bool MoveNext()
    {
        if (_next == _block.Length) return false;

        Start = _next;
        Name = ReadName();
        Type = ReadType();
        Value = Take(ReadValueLength(), "value");
        return true;
    }

    private Range ReadName()
    {
        int length = _block[_next++];
        return length > 0 ? Take(length, "name") : throw Defect("The name of a header is empty");
    }

    private EventStreamHeaderType ReadType()
    {
        byte type = _block[Take(sizeof(EventStreamHeaderType), "type")][0];
        return type <= (byte)EventStreamHeaderType.Uuid
            ? (EventStreamHeaderType)type
            : throw Defect($"The type {type} of a header does not exist");
    }

    private int ReadValueLength()
    {
        if (EventStreamFormat.FixedValueLength(Type) is { } fixedLength) return fixedLength;

        int length = BinaryPrimitives.ReadUInt16BigEndian(_block[Take(sizeof(ushort), "value")]);
        return length <= EventStreamFormat.MaxValueBytes
            ? length
            : throw Defect($"The value of a header is {length} bytes long, more than the format's {EventStreamFormat.MaxValueBytes}");
    }

    private Range Take(int length, string part)
    {
        if (length > _block.Length - _next) throw Defect($"The {part} of a header runs past the end of the headers");

        int start = _next;
        _next += length;
        return start.._next;
    }

    private readonly BedrockProtocolException Defect(string what) => EventStreamFormat.Defect(streamOffset + Start, what);
}
