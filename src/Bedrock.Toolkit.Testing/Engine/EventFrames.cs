using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Makes the frames of event streams.</summary>
internal static class EventFrames
{
    private const string Padding = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const string JsonType = "application/json";
    private const int PreludeLength = 12;
    private const byte StringType = 7;

    /// <summary>A frame with one JSON chunk. The padding hides the length, as the service does; here it only depends on the place in the stream.</summary>
    public static byte[] Chunk(ReadOnlyMemory<byte> json, int index)
    {
        byte[] payload = SimulatedJson.Object(writer =>
        {
            writer.WriteBase64String("bytes", json.Span);
            writer.WriteString("p", Padding.AsSpan(0, ((index * 7) % Padding.Length) + 1));
        });
        return Encode("event", ":event-type", "chunk", payload);
    }

    /// <summary>A frame with a modelled event.</summary>
    /// <param name="type">The event's name, such as <c>contentBlockDelta</c>.</param>
    /// <param name="json">One JSON object; padding is added to it as the service does.</param>
    /// <param name="index">The place in the stream, which the padding depends on.</param>
    public static byte[] Event(string type, ReadOnlySpan<byte> json, int index)
    {
        ReadOnlySpan<char> padding = Padding.AsSpan(0, ((index * 7) % Padding.Length) + 1);
        bool isObject = json is [(byte)'{', .., (byte)'}'];
        byte[] payload = isObject
            ? [.. json[..^1], .. json.Length > 2 ? ",\"p\":\""u8 : "\"p\":\""u8, .. Encoding.ASCII.GetBytes(padding.ToString()), .. "\"}"u8]
            : json.ToArray();
        return Encode("event", ":event-type", type, payload);
    }

    /// <summary>A frame that ends the stream with an error of the service.</summary>
    public static byte[] Exception(string type, string message) =>
        Exception(type, SimulatedJson.Object(writer => writer.WriteString("message", message)));

    /// <summary>A frame that ends the stream with an error of the service, with a payload of any kind.</summary>
    public static byte[] Exception(string type, ReadOnlySpan<byte> payload) => Encode("exception", ":exception-type", type, payload);

    /// <summary>A frame that ends the stream with an error that is not modelled.</summary>
    public static byte[] Error(string code, string message) =>
        Frame([], (":message-type", "error"), (":error-code", code), (":error-message", message));

    /// <summary>The frames of chunks that are all there.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Of(IReadOnlyList<byte[]> chunks)
    {
        for (int i = 0; i < chunks.Count; i++)
        {
            yield return Chunk(chunks[i], i);
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>Frames that are all there.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> OfFrames(IReadOnlyList<byte[]> frames)
    {
        foreach (byte[] frame in frames)
        {
            yield return frame;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>The first frames of a stream, then something else.</summary>
    /// <param name="frames">The stream; null for none of it.</param>
    /// <param name="count">How many of its frames at most, 1 or more.</param>
    /// <param name="last">What follows; nothing when empty.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Cut(
        IAsyncEnumerable<ReadOnlyMemory<byte>>? frames, int count, ReadOnlyMemory<byte> last,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int sent = 0;
        if (frames is not null)
        {
            await foreach (ReadOnlyMemory<byte> frame in frames.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return frame;
                if (++sent == count)
                {
                    break;
                }
            }
        }

        if (!last.IsEmpty)
        {
            yield return last;
        }
    }

    /// <summary>The first frames of a stream, something else, and the rest.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Insert(IAsyncEnumerable<ReadOnlyMemory<byte>> frames, int count, ReadOnlyMemory<byte> extra,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int sent = 0;
        await foreach (ReadOnlyMemory<byte> frame in frames.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (sent++ == count)
            {
                yield return extra;
            }

            yield return frame;
        }
    }

    /// <summary>Frames with a wait before each but the first.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Paced(IAsyncEnumerable<ReadOnlyMemory<byte>> frames, TimeSpan pause, TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        bool isFirst = true;
        await foreach (ReadOnlyMemory<byte> frame in frames.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!isFirst)
            {
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            }

            isFirst = false;
            yield return frame;
        }
    }

    /// <summary>Adds the metrics of the call to a chunk, where Bedrock puts them: into the last one.</summary>
    public static byte[] WithMetrics(byte[] chunk, int inputTokens, int? outputTokens)
    {
        using JsonDocument document = JsonDocument.Parse(chunk);
        return SimulatedJson.Object(writer =>
        {
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                property.WriteTo(writer);
            }

            writer.WriteStartObject("amazon-bedrock-invocationMetrics");
            writer.WriteNumber("inputTokenCount", inputTokens);
            writer.WriteNumber("outputTokenCount", outputTokens.GetValueOrDefault());
            writer.WriteNumber("invocationLatency", Answer.Latency(outputTokens));
            writer.WriteNumber("firstByteLatency", Answer.Latency(null));
            writer.WriteEndObject();
        });
    }

    /// <summary>Writes both checksums anew, behind a change of lengths, headers or payload.</summary>
    public static byte[] Reseal(byte[] frame)
    {
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.HashToUInt32(frame.AsSpan(0, 8)));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - sizeof(uint)), Crc32.HashToUInt32(frame.AsSpan(0, frame.Length - sizeof(uint))));
        return frame;
    }

    // The format by code of its own: what reads it in the library is checked against this. Lengths and checksums are big-endian, the checksums CRC-32.
    public static byte[] Frame(ReadOnlySpan<byte> payload, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var block = new ArrayBufferWriter<byte>();
        foreach ((string name, string value) in headers)
        {
            byte[] text = Encoding.UTF8.GetBytes(value);
            block.Write([(byte)Encoding.UTF8.GetByteCount(name), .. Encoding.UTF8.GetBytes(name), StringType, (byte)(text.Length >> 8), (byte)text.Length,
                .. text]);
        }

        byte[] frame = new byte[PreludeLength + block.WrittenCount + payload.Length + sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), block.WrittenCount);
        block.WrittenSpan.CopyTo(frame.AsSpan(PreludeLength));
        payload.CopyTo(frame.AsSpan(PreludeLength + block.WrittenCount));
        return Reseal(frame);
    }

    private static byte[] Encode(string messageType, string typeHeader, string type, ReadOnlySpan<byte> payload) =>
        Frame(payload, (typeHeader, type), (":content-type", JsonType), (":message-type", messageType));
}
