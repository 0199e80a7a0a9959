using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Tests.EventStreams;

/// <summary>Frames changed at random, from a fixed seed: refused in one of the two ways, or read as exactly what they say.</summary>
public sealed class EventStreamMutationTests
{
    private const int Rounds = 6_000;

    // Small, so that a length made up by chance costs no memory.
    private static readonly EventStreamLimits Limits = new() { MaxFrameBytes = 4_096, MaxHeadersBytes = 2_048, MaxHeaders = 20 };

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public async Task ReadAsync_FramesChangedAtRandom_AreRefusedWellOrReadExactly(int seed, bool checksumsFit)
    {
        Random random = new(seed);
        int read = 0, malformed = 0, cut = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = Mutate(random, checksumsFit);
            PieceStream body = new(bytes, random.Next(1, 64));

            EventStreamReading reading = await EventStreamReading.OfAsync(body, Limits);

            string context = $"seed {seed}, round {round}: {Convert.ToHexString(bytes)}";
            Assert.True(body.Reads <= bytes.Length + 1, context);
            Assert.True(body.LargestBuffer <= 8_192, context);
            Assert.True(reading.Failure is null or BedrockProtocolException or EndOfStreamException, $"{context}: {reading.Failure}");
            Assert.True(reading.Failure is not BedrockProtocolException { ByteOffset: null }, context);

            // What was accepted has one way to be written: the bytes it was read from.
            Assert.StartsWith(string.Concat(reading.Frames), Convert.ToHexString(bytes), StringComparison.Ordinal);

            read += reading.Failure is null ? 1 : 0;
            malformed += reading.Failure is BedrockProtocolException ? 1 : 0;
            cut += reading.Failure is EndOfStreamException ? 1 : 0;
        }

        // With checksums that fit, many changes make another good frame; without, hardly any can (such as a body cut down to nothing).
        Assert.Equal(checksumsFit, read > Rounds / 20);
        Assert.True(malformed > Rounds / 4, $"{malformed}");
        Assert.True(cut > 0, $"{cut}");
    }

    private static byte[] Mutate(Random random, bool fixChecksums)
    {
        byte[] bytes = random.Next(3) switch
        {
            0 => RawFrame.Chunk,
            1 => RawFrame.AllTypes,
            _ => RawFrame.Of([.. RawFrame.StringHeader("a", "é"), .. RawFrame.TrueHeader("b")], new byte[random.Next(40)]),
        };
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            bytes = Change(bytes, random);
        }

        if (fixChecksums && bytes.Length >= 16) RawFrame.FixChecksums(bytes);
        return bytes;
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        if (bytes.Length < 2) return [1, 2, 3];

        int place = random.Next(bytes.Length);
        switch (random.Next(6))
        {
            case 0:
                return bytes[..place];
            case 1:
                return [.. bytes[..place], (byte)random.Next(256), .. bytes[place..]];
            case 2:
                return [.. bytes[..place], .. bytes[(place + 1)..]];
            case 3:
                bytes[place] = (byte)random.Next(256);
                return bytes;
            default:
                bytes[place] ^= (byte)(1 << random.Next(8));
                return bytes;
        }
    }
}
