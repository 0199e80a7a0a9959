using System.Buffers;
using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Tests.EventStreams;

public sealed class EventStreamEncoderTests
{
    [Fact]
    public void Encode_EmptyMessage_GivesTheSmallestFrame() => Assert.Equal(RawFrame.Empty, EventStreamEncoder.Encode(new EventStreamMessage([])));

    [Fact]
    public void Encode_HeadersAndPayload_GivesTheBytesOfTheFormat()
    {
        EventStreamMessage message = new(
            [EventStreamHeader.FromString(":event-type", "chunk"), EventStreamHeader.FromInt32("n", -2)], "{}"u8.ToArray());

        Assert.Equal(RawFrame.Chunk, EventStreamEncoder.Encode(message));
    }

    [Fact]
    public void Encode_EveryType_GivesTheBytesOfTheFormat()
    {
        EventStreamMessage message = new(
            [
                EventStreamHeader.FromBoolean("a", true),
                EventStreamHeader.FromBoolean("b", false),
                EventStreamHeader.FromByte("c", sbyte.MinValue),
                EventStreamHeader.FromInt16("d", short.MinValue),
                EventStreamHeader.FromInt32("e", int.MinValue),
                EventStreamHeader.FromInt64("f", long.MinValue),
                EventStreamHeader.FromBytes("g", new byte[] { 0xFF, 0x00 }),
                EventStreamHeader.FromString("h", "€"),
                EventStreamHeader.FromTimestamp("i", DateTimeOffset.UnixEpoch.AddMilliseconds(-1)),
                EventStreamHeader.FromUuid("j", new Guid("00112233-4455-6677-8899-aabbccddeeff")),
            ],
            "hi"u8.ToArray());

        Assert.Equal(RawFrame.AllTypes, EventStreamEncoder.Encode(message));
    }

    [Fact]
    public void Write_TwoMessages_AppendsTheirFrames()
    {
        ArrayBufferWriter<byte> output = new();

        EventStreamEncoder.Write(output, new EventStreamMessage([]));
        EventStreamEncoder.Write(output, new EventStreamMessage([], "{}"u8.ToArray()));

        Assert.Equal([.. RawFrame.Empty, .. RawFrame.Of([], "{}"u8.ToArray())], output.WrittenSpan.ToArray());
    }

    [Fact]
    public void Encode_NameAndValueOfGreatestLength_AreWritten()
    {
        string name = string.Concat(Enumerable.Repeat("é", 127)) + "x";
        string value = new('v', 32_767);

        byte[] frame = EventStreamEncoder.Encode(new EventStreamMessage([EventStreamHeader.FromString(name, value)]));

        Assert.Equal(RawFrame.Of(RawFrame.StringHeader(name, value), []), frame);
    }

    [Fact]
    public void Encode_NameOver255Bytes_NamesHeaderAndRule()
    {
        string name = string.Concat(Enumerable.Repeat("é", 128));
        Assert.Equal(
            $"The name of header '{name}' is 256 bytes long; the format allows 1 to 255.",
            Refusal(EventStreamHeader.FromBoolean(name, true)));
    }

    [Fact]
    public void Encode_EmptyName_NamesHeaderAndRule() =>
        Assert.Equal("The name of header '' is 0 bytes long; the format allows 1 to 255.", Refusal(EventStreamHeader.FromBoolean("", true)));

    [Fact]
    public void Encode_NameWithHalfASurrogatePair_NamesHeaderAndRule() =>
        Assert.Equal("The name of header 'a\uD83D' has half of a surrogate pair.", Refusal(EventStreamHeader.FromBoolean("a\uD83D", true)));

    [Fact]
    public void Encode_StringOver32767Bytes_NamesHeaderAndRule() =>
        Assert.Equal(
            "The value of header 'h' is 32768 bytes long; the format allows 32767.",
            Refusal(EventStreamHeader.FromString("h", new string('v', 32_768))));

    [Fact]
    public void Encode_BytesOver32767_NamesHeaderAndRule() =>
        Assert.Equal(
            "The value of header 'h' is 70000 bytes long; the format allows 32767.",
            Refusal(EventStreamHeader.FromBytes("h", new byte[70_000])));

    [Fact]
    public void Encode_NameTwice_NamesHeaderAndRule() =>
        Assert.Equal(
            "Header 'h' occurs twice; a name may occur once in a message.",
            Refusal(EventStreamHeader.FromBoolean("h", true), EventStreamHeader.FromInt32("h", 1)));

    [Fact]
    public void Encode_NamesThatDifferInCase_AreWritten()
    {
        EventStreamMessage message = new([EventStreamHeader.FromBoolean("h", true), EventStreamHeader.FromBoolean("H", true)]);

        Assert.Equal(RawFrame.Of([1, (byte)'h', 0, 1, (byte)'H', 0], []), EventStreamEncoder.Encode(message));
    }

    [Fact]
    public void Encode_HeadersOver128KiB_NamesTheRule()
    {
        EventStreamHeader[] headers = [.. Enumerable.Range(0, 5).Select(i => EventStreamHeader.FromBytes($"h{i}", new byte[32_000]))];

        Assert.Equal("The headers are 160030 bytes long; the format allows 131072.", Refusal(headers));
    }

    [Fact]
    public void Encode_PayloadOver24MiB_NamesTheRule()
    {
        EventStreamMessage message = new([], new byte[25_165_825]);

        ArgumentException refusal = Assert.Throws<ArgumentException>(() => EventStreamEncoder.Encode(message));

        Assert.Equal("The payload is 25165825 bytes long; the format allows 25165824.", refusal.Message);
    }

    [Fact]
    public void Write_MessageThatBreaksARule_WritesNothing()
    {
        ArrayBufferWriter<byte> output = new();

        Assert.Throws<ArgumentException>(() => EventStreamEncoder.Write(output, new EventStreamMessage([EventStreamHeader.FromBoolean("", true)])));

        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void Write_NullArguments_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("output", () => EventStreamEncoder.Write(null!, new EventStreamMessage([])));
        Assert.Throws<ArgumentNullException>("message", () => EventStreamEncoder.Write(new ArrayBufferWriter<byte>(), null!));
        Assert.Throws<ArgumentNullException>("message", () => EventStreamEncoder.Encode(null!));
    }

    private static string Refusal(params EventStreamHeader[] headers) =>
        Assert.Throws<ArgumentException>(() => EventStreamEncoder.Encode(new EventStreamMessage(headers))).Message;
}
