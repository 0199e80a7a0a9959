using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Benchmarks.Fuzz;

/// <summary>
/// The frame reader: bytes that are no frame are a <see cref="BedrockProtocolException"/> with an offset or an <see cref="EndOfStreamException"/>;
/// frames that are read have one way to be written, and it is the one that they were read from.
/// </summary>
internal sealed class FrameTarget : FuzzTarget
{
    private const int Overhead = 16;
    private const int ChecksumBytes = 4;
    private const int LengthsBytes = 8;

    // Small, so that a length made up by chance costs no memory.
    private static readonly EventStreamLimits Limits = new() { MaxFrameBytes = 128 * 1024, MaxHeadersBytes = 8 * 1024, MaxHeaders = 40 };

    /// <inheritdoc/>
    public override string Name => "frames";

    /// <inheritdoc/>
    public override FuzzOutcome TryOne(Random random)
    {
        byte[] whole = Frames(random);
        int changes = random.Next(5) == 0 ? 0 : random.Next(1, 5);
        byte[] input = changes == 0 ? whole : Mutation.Apply(whole, Frames(random), random, changes);
        if (changes > 0 && random.Next(2) == 0)
        {
            FitChecksums(input);
        }

        var stream = new PieceStream(input, random.Next(1, 200));
        (List<byte[]> frames, Exception? failure) = Read(stream, input);
        if (stream.Reads > input.Length + 2)
        {
            throw new FuzzException($"{stream.Reads} reads for {input.Length} bytes.", input);
        }

        if (changes == 0 && failure is not null)
        {
            throw new FuzzException("Good frames were refused.", input, failure);
        }

        int at = 0;
        foreach (byte[] frame in frames)
        {
            if (!input.AsSpan(at).StartsWith(frame))
            {
                throw new FuzzException($"The frame at {at} is not written as it was read.", input);
            }

            at += frame.Length;
        }

        return failure is null && at != input.Length
            ? throw new FuzzException("The stream ended well before its bytes did.", input)
            : new FuzzOutcome(input.Length, failure is null);
    }

    private static (List<byte[]> Frames, Exception? Failure) Read(PieceStream stream, byte[] input)
    {
        List<byte[]> frames = [];
        var reader = new EventStreamReader(stream, Limits);
        try
        {
            // The stream answers at once, so the reader never waits.
            while (Now(reader.ReadAsync()))
            {
                frames.Add(EventStreamEncoder.Encode(reader.Frame.ToMessage()));
            }

            return (frames, null);
        }
        catch (BedrockProtocolException e) when (e.ByteOffset is not null)
        {
            return (frames, e);
        }
        catch (EndOfStreamException e)
        {
            return (frames, e);
        }
#pragma warning disable CA1031 // Whatever else comes out is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new FuzzException("An exception that is not documented.", input, e);
        }
        finally
        {
            Now(reader.DisposeAsync());
        }
    }

    private static bool Now(ValueTask<bool> task) =>
        task.IsCompleted ? task.GetAwaiter().GetResult() : throw new InvalidOperationException("The reader waits for a stream that does not.");

    private static void Now(ValueTask task) => task.AsTask().GetAwaiter().GetResult();

    private static byte[] Frames(Random random)
    {
        var output = new ArrayBufferWriter<byte>();
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            EventStreamEncoder.Write(output, Message(random));
        }

        return output.WrittenSpan.ToArray();
    }

    private static EventStreamMessage Message(Random random)
    {
        List<EventStreamHeader> headers = [];
        for (int i = random.Next(25); i > 0; i--)
        {
            headers.Add(Header("h" + i + RandomJson.Text(random, 6), random));
        }

        byte[] payload = new byte[random.Next(4) == 0 ? random.Next(9000) : random.Next(100)];
        random.NextBytes(payload);
        return new EventStreamMessage(headers, payload);
    }

    private static EventStreamHeader Header(string name, Random random)
    {
        switch (random.Next(9))
        {
            case 0:
                return EventStreamHeader.FromBoolean(name, random.Next(2) == 0);
            case 1:
                return EventStreamHeader.FromByte(name, (sbyte)random.Next(sbyte.MinValue, sbyte.MaxValue + 1));
            case 2:
                return EventStreamHeader.FromInt16(name, (short)random.Next(short.MinValue, short.MaxValue + 1));
            case 3:
                return EventStreamHeader.FromInt32(name, random.Next(int.MinValue, int.MaxValue));
            case 4:
                return EventStreamHeader.FromInt64(name, random.NextInt64(long.MinValue, long.MaxValue));
            case 5:
                byte[] bytes = new byte[random.Next(40)];
                random.NextBytes(bytes);
                return EventStreamHeader.FromBytes(name, bytes);
            case 6:
                return EventStreamHeader.FromTimestamp(name, DateTimeOffset.UnixEpoch.AddMilliseconds(random.NextInt64(-1_000_000_000_000, 4_000_000_000_000)));
            case 7:
                Span<byte> uuid = stackalloc byte[16];
                random.NextBytes(uuid);
                return EventStreamHeader.FromUuid(name, new Guid(uuid));
            default:
                return EventStreamHeader.FromString(name, RandomJson.Text(random, 30));
        }
    }

    /// <summary>Makes the checksums right, frame by frame as far as the lengths lead, so that what lies behind them is reached.</summary>
    private static void FitChecksums(Span<byte> bytes)
    {
        while (bytes.Length >= Overhead)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes[LengthsBytes..], Crc32.HashToUInt32(bytes[..LengthsBytes]));
            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            if (length < Overhead || length > bytes.Length)
            {
                return;
            }

            int body = (int)length - ChecksumBytes;
            BinaryPrimitives.WriteUInt32BigEndian(bytes[body..], Crc32.HashToUInt32(bytes[..body]));
            bytes = bytes[(int)length..];
        }
    }
}
