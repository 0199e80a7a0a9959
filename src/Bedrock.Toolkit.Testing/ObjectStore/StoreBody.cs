using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ObjectStore;

/// <summary>The content of an upload: as it is, or out of signed chunks with a checksum behind them.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html</remarks>
/// <param name="Content">The bytes.</param>
/// <param name="Crc32">The checksum that came with them, in base64; null without one.</param>
internal readonly record struct StoreBody(ReadOnlyMemory<byte> Content, string? Crc32)
{
    public const string ChecksumHeader = "x-amz-checksum-crc32";

    public static StoreBody Read(ReceivedRequest request)
    {
        bool isChunked = request.Header("x-amz-content-sha256")?.StartsWith("STREAMING-", StringComparison.Ordinal) == true;
        StoreBody body = isChunked ? ReadChunks(request.Body) : new StoreBody(request.Body, request.Header(ChecksumHeader));
        if (body.Crc32 is { } claimed && claimed != ChecksumOf(body.Content.Span))
        {
            throw new ServiceFailure(400, "BadDigest", "The CRC32 you specified did not match the calculated checksum.");
        }

        return body;
    }

    private static StoreBody ReadChunks(ReadOnlyMemory<byte> body)
    {
        byte[] content = new byte[body.Length];
        int length = 0;
        int at = 0;
        while (true)
        {
            string head = ReadLine(body.Span, ref at);
            if (!int.TryParse(head.Split(';')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) || size > body.Length - at)
            {
                throw new ServiceFailure(400, "IncompleteBody", "The chunks of the body do not have the sizes that they say.");
            }

            if (size == 0)
            {
                break;
            }

            body.Span.Slice(at, size).CopyTo(content.AsSpan(length));
            length += size;
            at += size;
            ReadLine(body.Span, ref at);
        }

        string? checksum = null;
        while (at < body.Length)
        {
            string[] trailer = ReadLine(body.Span, ref at).Split(':', 2);
            checksum = trailer[0] == ChecksumHeader ? trailer[1].Trim() : checksum;
        }

        return new StoreBody(content.AsMemory(0, length), checksum);
    }

    private static string ReadLine(ReadOnlySpan<byte> body, ref int at)
    {
        int end = body[at..].IndexOf("\r\n"u8);
        ReadOnlySpan<byte> line = end < 0 ? body[at..] : body.Slice(at, end);
        at += line.Length + (end < 0 ? 0 : 2);
        return Encoding.ASCII.GetString(line);
    }

    private static string ChecksumOf(ReadOnlySpan<byte> content)
    {
        Span<byte> sum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32Of(content));
        return Convert.ToBase64String(sum);
    }

    private static uint Crc32Of(ReadOnlySpan<byte> content) => System.IO.Hashing.Crc32.HashToUInt32(content);
}
