using System.Buffers.Binary;

namespace Bedrock.Toolkit.EventStreams;

/// <summary>One header of an event-stream frame: a name and a typed value.</summary>
/// <remarks>
/// Made by one of the factories, or by reading a frame. Immutable, so safe to share between threads.
/// See <see href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon Event Stream</see>.
/// </remarks>
public sealed class EventStreamHeader
{
    /// <summary>Takes the value as it stands on the wire, without its length field.</summary>
    internal EventStreamHeader(string name, EventStreamHeaderType type, ReadOnlyMemory<byte> wireValue)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Type = type;
        WireValue = wireValue;
    }

    /// <summary>What the header is called.</summary>
    /// <value>1 to 255 bytes as UTF-8; names that start with a colon belong to AWS. Case matters.</value>
    public string Name { get; }

    /// <summary>What kind of value the header has.</summary>
    /// <value>One of the ten types of the format.</value>
    public EventStreamHeaderType Type { get; }

    /// <summary>The value as it stands on the wire, without its length field.</summary>
    internal ReadOnlyMemory<byte> WireValue { get; }

    /// <summary>Makes a header that holds text.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The text.</param>
    /// <returns>The header.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair and cannot be written as UTF-8.</exception>
    public static EventStreamHeader FromString(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        try
        {
            return new EventStreamHeader(name, EventStreamHeaderType.String, EventStreamFormat.StrictUtf8.GetBytes(value));
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException($"The value of header '{name}' has half of a surrogate pair.", nameof(value), exception);
        }
    }

    /// <summary>Makes a header that holds true or false.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The value, which becomes the type of the header.</param>
    /// <returns>The header.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    internal static EventStreamHeader FromBoolean(string name, bool value) =>
        new(name, value ? EventStreamHeaderType.BooleanTrue : EventStreamHeaderType.BooleanFalse, default);

    /// <summary>Makes a header that holds an integer of 8 bits.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The number.</param>
    /// <returns>The header.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    internal static EventStreamHeader FromByte(string name, sbyte value) =>
        new(name, EventStreamHeaderType.Byte, new[] { unchecked((byte)value) });

    /// <summary>Makes a header that holds an integer of 16 bits.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The number.</param>
    /// <returns>The header.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    internal static EventStreamHeader FromInt16(string name, short value)
    {
        byte[] wire = new byte[sizeof(short)];
        BinaryPrimitives.WriteInt16BigEndian(wire, value);
        return new EventStreamHeader(name, EventStreamHeaderType.Int16, wire);
    }

    /// <summary>Makes a header that holds an integer of 32 bits.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The number.</param>
    /// <returns>The header.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    internal static EventStreamHeader FromInt32(string name, int value)
    {
        byte[] wire = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(wire, value);
        return new EventStreamHeader(name, EventStreamHeaderType.Int32, wire);
    }

    /// <summary>Makes a header that holds an integer of 64 bits.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The number.</param>
    /// <returns>The header.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    internal static EventStreamHeader FromInt64(string name, long value) => FromInt64(name, EventStreamHeaderType.Int64, value);

    /// <summary>Makes a header that holds bytes.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The bytes; they are copied.</param>
    /// <returns>The header.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    internal static EventStreamHeader FromBytes(string name, ReadOnlyMemory<byte> value) =>
        new(name, EventStreamHeaderType.Bytes, value.ToArray());

    /// <summary>Makes a header that holds a moment in time.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The moment; what is finer than a millisecond is cut off.</param>
    /// <returns>The header.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    internal static EventStreamHeader FromTimestamp(string name, DateTimeOffset value) =>
        FromInt64(name, EventStreamHeaderType.Timestamp, value.ToUnixTimeMilliseconds());

    /// <summary>Makes a header that holds a UUID.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The UUID; its bytes are written in the order in which it is printed.</param>
    /// <returns>The header.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    internal static EventStreamHeader FromUuid(string name, Guid value) =>
        new(name, EventStreamHeaderType.Uuid, value.ToByteArray(bigEndian: true));

    /// <summary>Gives the text of a <see cref="EventStreamHeaderType.String"/> header.</summary>
    /// <returns>The text; may be empty.</returns>
    /// <exception cref="InvalidOperationException">The header has another type.</exception>
    public string AsString() => Encoding.UTF8.GetString(ValueOf(EventStreamHeaderType.String));

    /// <summary>Gives the value of a <see cref="EventStreamHeaderType.BooleanTrue"/> or <see cref="EventStreamHeaderType.BooleanFalse"/> header.</summary>
    /// <returns>True or false.</returns>
    /// <exception cref="InvalidOperationException">The header has another type.</exception>
    public bool AsBoolean() => Type switch
    {
        EventStreamHeaderType.BooleanTrue => true,
        EventStreamHeaderType.BooleanFalse => false,
        _ => throw NotA("Boolean"),
    };

    /// <summary>Gives the number in a <see cref="EventStreamHeaderType.Byte"/> header.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidOperationException">The header has another type.</exception>
    public sbyte AsByte() => unchecked((sbyte)ValueOf(EventStreamHeaderType.Byte)[0]);

    /// <summary>Gives the number in an <see cref="EventStreamHeaderType.Int16"/> header.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidOperationException">The header has another type.</exception>
    public short AsInt16() => BinaryPrimitives.ReadInt16BigEndian(ValueOf(EventStreamHeaderType.Int16));

    /// <summary>Gives the number in an <see cref="EventStreamHeaderType.Int32"/> header.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidOperationException">The header has another type.</exception>
    public int AsInt32() => BinaryPrimitives.ReadInt32BigEndian(ValueOf(EventStreamHeaderType.Int32));

    /// <summary>Gives the number in an <see cref="EventStreamHeaderType.Int64"/> header.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidOperationException">The header has another type.</exception>
    public long AsInt64() => BinaryPrimitives.ReadInt64BigEndian(ValueOf(EventStreamHeaderType.Int64));

    /// <summary>Gives the bytes of a <see cref="EventStreamHeaderType.Bytes"/> header.</summary>
    /// <returns>The bytes; may be empty.</returns>
    /// <exception cref="InvalidOperationException">The header has another type.</exception>
    public ReadOnlyMemory<byte> AsBytes()
    {
        _ = ValueOf(EventStreamHeaderType.Bytes);
        return WireValue;
    }

    /// <summary>Gives the moment in a <see cref="EventStreamHeaderType.Timestamp"/> header.</summary>
    /// <returns>The moment, in UTC.</returns>
    /// <exception cref="InvalidOperationException">The header has another type, or its moment is outside the years 1 to 9999.</exception>
    public DateTimeOffset AsTimestamp()
    {
        long milliseconds = BinaryPrimitives.ReadInt64BigEndian(ValueOf(EventStreamHeaderType.Timestamp));
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new InvalidOperationException($"Header '{Name}' is a Timestamp outside the years 1 to 9999.", exception);
        }
    }

    /// <summary>Gives the UUID in a <see cref="EventStreamHeaderType.Uuid"/> header.</summary>
    /// <returns>The UUID.</returns>
    /// <exception cref="InvalidOperationException">The header has another type.</exception>
    public Guid AsUuid() => new(ValueOf(EventStreamHeaderType.Uuid), bigEndian: true);

    /// <summary>Shows the name and the type, never the value.</summary>
    /// <returns>Such as <c>:event-type (String)</c>.</returns>
    public override string ToString() => $"{Name} ({Type})";

    private static EventStreamHeader FromInt64(string name, EventStreamHeaderType type, long value)
    {
        byte[] wire = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(wire, value);
        return new EventStreamHeader(name, type, wire);
    }

    private ReadOnlySpan<byte> ValueOf(EventStreamHeaderType wanted) =>
        Type == wanted ? WireValue.Span : throw NotA(wanted.ToString());

    private InvalidOperationException NotA(string wanted) => new($"Header '{Name}' is of type {Type}, not {wanted}.");
}
