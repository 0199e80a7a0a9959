namespace Bedrock.Toolkit.EventStreams;

/// <summary>The fixed sizes of the format, and the words for a frame that breaks its rules.</summary>
/// <remarks>
/// A frame is: total length, headers length, prelude CRC (4 bytes each), headers, payload, message CRC (4 bytes).
/// Every integer is big-endian, both checksums are the CRC-32 of gzip, and the message CRC covers everything before it.
/// </remarks>
internal static class EventStreamFormat
{
    /// <summary>Total length, headers length and their checksum.</summary>
    public const int PreludeLength = 12;

    /// <summary>One CRC-32.</summary>
    public const int ChecksumLength = 4;

    /// <summary>What a frame without headers and payload takes.</summary>
    public const int OverheadLength = PreludeLength + ChecksumLength;

    /// <summary>The longest header name, in bytes of UTF-8.</summary>
    public const int MaxNameBytes = 255;

    /// <summary>The longest value of a string or bytes header; the length field could say twice as much.</summary>
    public const int MaxValueBytes = short.MaxValue;

    /// <summary>The longest header block that may be written.</summary>
    public const int MaxHeadersBytes = 128 * 1024;

    /// <summary>The longest payload that may be written.</summary>
    public const int MaxPayloadBytes = 24 * 1024 * 1024;

    /// <summary>UTF-8 that refuses lone surrogates instead of writing replacement characters.</summary>
    public static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The length of the value itself for types of a fixed size, or null where a length field of two bytes comes first.</summary>
    public static int? FixedValueLength(EventStreamHeaderType type) => type switch
    {
        EventStreamHeaderType.BooleanTrue or EventStreamHeaderType.BooleanFalse => 0,
        EventStreamHeaderType.Byte => sizeof(sbyte),
        EventStreamHeaderType.Int16 => sizeof(short),
        EventStreamHeaderType.Int32 => sizeof(int),
        EventStreamHeaderType.Int64 or EventStreamHeaderType.Timestamp => sizeof(long),
        EventStreamHeaderType.Uuid => 16,
        _ => null,
    };

    /// <summary>The exception for a defect at a place in the stream.</summary>
    public static BedrockProtocolException Defect(long streamOffset, string what) =>
        new($"{what} (byte {streamOffset} of the event stream)") { ByteOffset = streamOffset };
}
