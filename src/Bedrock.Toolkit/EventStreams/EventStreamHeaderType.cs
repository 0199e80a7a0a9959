namespace Bedrock.Toolkit.EventStreams;

/// <summary>The kinds of value that a header of an event-stream frame can have; the number is the one on the wire.</summary>
/// <remarks>The set is fixed by the format: see <see href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon Event Stream</see>.</remarks>
public enum EventStreamHeaderType : byte
{
    /// <summary>True; no value bytes follow.</summary>
    BooleanTrue = 0,

    /// <summary>False; no value bytes follow.</summary>
    BooleanFalse = 1,

    /// <summary>A signed integer of 8 bits.</summary>
    Byte = 2,

    /// <summary>A signed integer of 16 bits.</summary>
    Int16 = 3,

    /// <summary>A signed integer of 32 bits.</summary>
    Int32 = 4,

    /// <summary>A signed integer of 64 bits.</summary>
    Int64 = 5,

    /// <summary>Up to 32,767 bytes.</summary>
    Bytes = 6,

    /// <summary>Text of up to 32,767 bytes of UTF-8.</summary>
    String = 7,

    /// <summary>Milliseconds since 1970-01-01T00:00:00Z, 64 bits.</summary>
    Timestamp = 8,

    /// <summary>A UUID, 16 bytes in the order in which it is printed.</summary>
    Uuid = 9,
}
