using System.Text.Json;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Cassettes;

/// <summary>Cuts the bytes of an event stream into events while they pass. For one thread at a time.</summary>
internal sealed class FrameSplitter
{
    private readonly List<byte> _held = [];
    private bool _isBroken;

    /// <summary>Whether everything so far was made of whole frames.</summary>
    public bool IsBetweenFrames => _held.Count == 0;

    /// <summary>Takes bytes and gives the events that they complete.</summary>
    public List<EpisodeEvent> Add(ReadOnlySpan<byte> bytes, TimeSpan after)
    {
        List<EpisodeEvent> events = [];
        _held.AddRange(bytes);
        while (!_isBroken && _held.Count >= ReceivedFrame.PreludeLength)
        {
            Span<byte> all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_held);
            if (ReceivedFrame.LengthOf(all) is not { } length)
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
            events.Add(ToEvent(frame, events.Count == 0 ? after : TimeSpan.Zero));
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

    private static EpisodeEvent ToEvent(byte[] frame, TimeSpan after)
    {
        if (ReceivedFrame.Read(frame) is not { } read)
        {
            return Raw(frame, after);
        }

        ReadOnlyMemory<byte> payload = read.Payload;
        string? name = read.Text(":event-type") ?? read.Text(":exception-type") ?? read.Text(":error-code");
        switch (read.Text(":message-type"))
        {
            case "event" when name == "chunk" && ChunkOf(payload) is { } chunk:
                return new EpisodeEvent(after, EpisodeEventKind.Chunk, name, chunk);
            case "event" when name is not (null or "chunk"):
                return new EpisodeEvent(after, EpisodeEventKind.Event, name, WithoutPadding(CassetteBody.From(payload)));
            case "exception" when name is not null:
                return new EpisodeEvent(after, EpisodeEventKind.Exception, name, CassetteBody.From(payload));
            case "error" when name is not null:
                return new EpisodeEvent(after, EpisodeEventKind.Error, name, CassetteBody.OfText(read.Text(":error-message") ?? string.Empty));
            default:
                return Raw(frame, after);
        }
    }

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

    private static EpisodeEvent Raw(byte[] bytes, TimeSpan after) => new(after, EpisodeEventKind.Raw, "raw", CassetteBody.OfBytes(bytes));
}
