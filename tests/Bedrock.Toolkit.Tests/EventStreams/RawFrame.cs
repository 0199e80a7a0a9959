using System.Buffers.Binary;
using System.Text;

namespace Bedrock.Toolkit.Tests.EventStreams;

/// <summary>Frames put together byte by byte, right or wrong, with a checksum of their own so that the library is not checked against itself.</summary>
internal static class RawFrame
{
    /// <summary>A frame with the header <c>:event-type: chunk</c>, the header <c>n: -2</c> as a 32-bit integer, and the payload <c>{}</c>.</summary>
    public static byte[] Chunk => Convert.FromHexString(
        "0000002d0000001bd616fd30" // 45 bytes, 27 of them headers, CRC
        + "0b" + "3a6576656e742d74797065" + "07" + "0005" + "6368756e6b" // :event-type, string, 5 bytes, chunk
        + "01" + "6e" + "04" + "fffffffe" // n, 32 bits, -2
        + "7b7d" // {}
        + "18317e93");

    /// <summary>The smallest frame: no headers, no payload.</summary>
    public static byte[] Empty => Convert.FromHexString("00000010" + "00000000" + "05c248eb" + "7d98c8ff");

    /// <summary>A frame with one header of each type, at an end of its range where it has one, and the payload <c>hi</c>.</summary>
    public static byte[] AllTypes => Convert.FromHexString(
        "000000600000004e6d74c4b3"
        + "016100" // a, true
        + "016201" // b, false
        + "016302" + "80" // c, 8 bits, -128
        + "016403" + "8000" // d, 16 bits, -32768
        + "016504" + "80000000" // e, 32 bits, -2147483648
        + "016605" + "8000000000000000" // f, 64 bits, the least
        + "016706" + "0002" + "ff00" // g, bytes
        + "016807" + "0003" + "e282ac" // h, the euro sign
        + "016908" + "ffffffffffffffff" // i, a millisecond before 1970
        + "016a09" + "00112233445566778899aabbccddeeff" // j, UUID
        + "6869"
        + "8a3dbacf");

    /// <summary>A frame with right lengths and checksums around any bytes.</summary>
    public static byte[] Of(byte[] headers, byte[] payload) =>
        WithLengths((uint)(16 + headers.Length + payload.Length), (uint)headers.Length, [.. headers, .. payload]);

    /// <summary>A frame with right checksums around any lengths, right or wrong.</summary>
    public static byte[] WithLengths(uint totalLength, uint headersLength, byte[] content)
    {
        byte[] frame = [.. new byte[12], .. content, .. new byte[4]];
        BinaryPrimitives.WriteUInt32BigEndian(frame, totalLength);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), headersLength);
        FixChecksums(frame);
        return frame;
    }

    /// <summary>Writes the checksums that the bytes before them have.</summary>
    public static void FixChecksums(byte[] frame)
    {
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32(frame.AsSpan(0, 8)));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - 4), Crc32(frame.AsSpan(0, frame.Length - 4)));
    }

    /// <summary>One string header as it stands on the wire.</summary>
    public static byte[] StringHeader(string name, string value) =>
    [
        .. Name(name), 7,
        (byte)(Encoding.UTF8.GetByteCount(value) >> 8), (byte)Encoding.UTF8.GetByteCount(value),
        .. Encoding.UTF8.GetBytes(value),
    ];

    /// <summary>A header of the type "true" as it stands on the wire.</summary>
    public static byte[] TrueHeader(string name) => [.. Name(name), 0];

    private static byte[] Name(string name) => [(byte)Encoding.UTF8.GetByteCount(name), .. Encoding.UTF8.GetBytes(name)];

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
