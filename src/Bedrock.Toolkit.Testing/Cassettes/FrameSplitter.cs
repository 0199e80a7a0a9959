using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Cassettes;

/// <summary>Cuts the bytes of an event stream into events while they pass. For one thread at a time.</summary>
internal sealed class FrameSplitter
{
    private const int PreludeLength = 12;
    private const int ChecksumLength = 4;
    private const int MaxFrameLength = 32 * 1024 * 1024;
    private const byte StringType = 7;

    // The lengths of the values of types 0 to 9; those of bytes and texts stand before them.
    private static readonly int[] ValueLengths = [0, 0, 1, 2, 4, 8, -1, -1, 8, 16];

    private readonly List<byte> _held = [];
    private bool _isBroken;

    /// <summary>Whether everything so far was made of whole frames.</summary>
    public bool IsBetweenFrames => _held.Count == 0;

    /// <summary>Takes bytes and gives the events that they complete.</summary>
    public List<EpisodeEvent> Add(ReadOnlySpan<byte> bytes, TimeSpan after)
    {
        List<EpisodeEvent> events = [];
        _held.AddRange(bytes);
        while (!_isBroken && _held.Count >= PreludeLength)
        {
            Span<byte> all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_held);
            int length = BinaryPrimitives.ReadInt32BigEndian(all);
            int headers = BinaryPrimitives.ReadInt32BigEndian(all[4..]);
            if (length is < PreludeLength + ChecksumLength or > MaxFrameLength || headers < 0 || headers > length - PreludeLength - ChecksumLength)
            {
                // From here on nobody knows where a frame begins.
                _isBroken = true;
                break;
            }

            if (all.Length < length)
            {
                break;
            }

            byte[] frame = all[..length].ToArray();
            _held.RemoveRange(0, length);
            events.Add(ToEvent(frame, headers, events.Count == 0 ? after : TimeSpan.Zero));
        }

        return events;
    }

    /// <summary>What is left and is no frame; null when nothing is.</summary>
    public EpisodeEvent? TakeRest()
    {
        if (_held.Count == 0)
        {
            return null;
        }

        byte[] rest = [.. _held];
        _held.Clear();
        return Raw(rest, TimeSpan.Zero);
    }

    /// <summary>The content of an event without the padding that hides its length.</summary>
    public static CassetteBody WithoutPadding(CassetteBody payload)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(payload.ToBytes());
            return document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("p", out _) ? payload
                : CassetteBody.From(SimulatedJson.Object(writer =>
                {
                    foreach (JsonProperty member in document.RootElement.EnumerateObject())
                    {
                        if (member.Name != "p")
                        {
                            member.WriteTo(writer);
                        }
                    }
                }));
        }
        catch (JsonException)
        {
            // No JSON: kept as it is.
            return payload;
        }
    }

    private static EpisodeEvent ToEvent(byte[] frame, int headersLength, TimeSpan after)
    {
        if (ReadHeaders(frame.AsSpan(PreludeLength, headersLength)) is not { } headers || !ChecksumsFit(frame))
        {
            return Raw(frame, after);
        }

        ReadOnlyMemory<byte> payload = frame.AsMemory(PreludeLength + headersLength, frame.Length - PreludeLength - headersLength - ChecksumLength);
        string? name = headers.GetValueOrDefault(":event-type") ?? headers.GetValueOrDefault(":exception-type") ?? headers.GetValueOrDefault(":error-code");
        switch (headers.GetValueOrDefault(":message-type"))
        {
            case "event" when name == "chunk" && ChunkOf(payload) is { } chunk:
                return new EpisodeEvent(after, EpisodeEventKind.Chunk, name, chunk);
            case "event" when name is not (null or "chunk"):
                return new EpisodeEvent(after, EpisodeEventKind.Event, name, WithoutPadding(CassetteBody.From(payload)));
            case "exception" when name is not null:
                return new EpisodeEvent(after, EpisodeEventKind.Exception, name, CassetteBody.From(payload));
            case "error" when name is not null:
                return new EpisodeEvent(after, EpisodeEventKind.Error, name,
                    CassetteBody.OfText(headers.GetValueOrDefault(":error-message") ?? string.Empty));
            default:
                return Raw(frame, after);
        }
    }

    private static bool ChecksumsFit(byte[] frame) =>
        BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(8)) == System.IO.Hashing.Crc32.HashToUInt32(frame.AsSpan(0, 8))
        && BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(frame.Length - ChecksumLength))
            == System.IO.Hashing.Crc32.HashToUInt32(frame.AsSpan(0, frame.Length - ChecksumLength));

    private static CassetteBody? ChunkOf(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("bytes", out JsonElement bytes)
                && bytes.TryGetBytesFromBase64(out byte[]? content) ? CassetteBody.From(content) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The headers that hold texts; null when the block is malformed.</summary>
    private static Dictionary<string, string>? ReadHeaders(ReadOnlySpan<byte> block)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!block.IsEmpty)
        {
            int nameLength = block[0];
            if (block.Length < nameLength + 2 || block[nameLength + 1] >= ValueLengths.Length)
            {
                return null;
            }

            string name = Encoding.UTF8.GetString(block.Slice(1, nameLength));
            byte type = block[nameLength + 1];
            block = block[(nameLength + 2)..];
            int length = ValueLengths[type];
            if (length < 0)
            {
                if (block.Length < 2)
                {
                    return null;
                }

                length = BinaryPrimitives.ReadUInt16BigEndian(block);
                block = block[2..];
            }

            if (block.Length < length)
            {
                return null;
            }

            if (type == StringType)
            {
                headers[name] = Encoding.UTF8.GetString(block[..length]);
            }

            block = block[length..];
        }

        return headers;
    }

    private static EpisodeEvent Raw(byte[] bytes, TimeSpan after) => new(after, EpisodeEventKind.Raw, "raw", CassetteBody.OfBytes(bytes));
}
