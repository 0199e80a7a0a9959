using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Tests.EventStreams;

public sealed class EventStreamFrameTests
{
    [Fact]
    public void TryRead_FrameWithMoreBehindIt_TakesTheFrameOnly()
    {
        byte[] buffer = [.. RawFrame.Chunk, 1, 2, 3];

        Assert.True(EventStreamFrame.TryRead(buffer, EventStreamLimits.Default, 7, out EventStreamFrame frame, out int consumed));

        Assert.Equal(45, consumed);
        Assert.Equal(7, frame.StreamOffset);
        Assert.Equal("{}"u8.ToArray(), frame.Payload.ToArray());
        Assert.Equal(RawFrame.Chunk[12..39], frame.RawHeaders.ToArray());
    }

    [Fact]
    public void TryRead_EveryPartOfAFrame_AsksForMore()
    {
        for (int length = 0; length < RawFrame.Chunk.Length; length++)
        {
            Assert.False(EventStreamFrame.TryRead(RawFrame.Chunk.AsMemory(0, length), EventStreamLimits.Default, 0, out _, out int consumed));
            Assert.Equal(0, consumed);
        }
    }

    [Fact]
    public void TryRead_LimitsNull_AreRefused() =>
        Assert.Throws<ArgumentNullException>("limits", () => EventStreamFrame.TryRead(RawFrame.Empty, null!, 0, out _, out _));

    [Fact]
    public void ToMessage_EveryType_GivesTheValues()
    {
        EventStreamMessage message = Read(RawFrame.AllTypes).ToMessage();

        Assert.Equal(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"], message.Headers.Select(header => header.Name));
        Assert.True(message.Find("a")!.AsBoolean());
        Assert.False(message.Find("b")!.AsBoolean());
        Assert.Equal(sbyte.MinValue, message.Find("c")!.AsByte());
        Assert.Equal(short.MinValue, message.Find("d")!.AsInt16());
        Assert.Equal(int.MinValue, message.Find("e")!.AsInt32());
        Assert.Equal(long.MinValue, message.Find("f")!.AsInt64());
        Assert.Equal(new byte[] { 0xFF, 0x00 }, message.Find("g")!.AsBytes().ToArray());
        Assert.Equal("€", message.FindString("h"));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddMilliseconds(-1), message.Find("i")!.AsTimestamp());
        Assert.Equal(new Guid("00112233-4455-6677-8899-aabbccddeeff"), message.Find("j")!.AsUuid());
        Assert.Equal("hi"u8.ToArray(), message.Payload.ToArray());
    }

    [Fact]
    public void ToMessage_BufferOverwrittenLater_StaysAsItWas()
    {
        byte[] buffer = RawFrame.Chunk;
        EventStreamMessage message = Read(buffer).ToMessage();

        Array.Clear(buffer);

        Assert.Equal(RawFrame.Chunk, EventStreamEncoder.Encode(message));
    }

    [Fact]
    public void TryGetString_TextThere_GivesItsBytes()
    {
        Assert.True(Read(RawFrame.Chunk).TryGetString(":event-type"u8, out ReadOnlySpan<byte> value));
        Assert.Equal("chunk"u8.ToArray(), value.ToArray());
    }

    [Fact]
    public void TryGetString_OtherTypeOrMissingOrEmptyFrame_GivesFalse()
    {
        Assert.False(Read(RawFrame.Chunk).TryGetString("n"u8, out ReadOnlySpan<byte> otherType));
        Assert.True(otherType.IsEmpty);
        Assert.False(Read(RawFrame.Chunk).TryGetString(":event"u8, out _));
        Assert.False(Read(RawFrame.Empty).TryGetString("n"u8, out _));
        Assert.False(default(EventStreamFrame).TryGetString("n"u8, out _));
    }

    [Fact]
    public void ToString_AnyFrame_ShowsNoContent() =>
        Assert.Equal("27 bytes of headers, 2 bytes of payload", Read(RawFrame.Chunk).ToString());

    [Theory]
    [InlineData(0, "prelude CRC", 8)] // total length
    [InlineData(7, "prelude CRC", 8)] // headers length
    [InlineData(11, "prelude CRC", 8)]
    [InlineData(12, "message CRC", 41)] // first header
    [InlineData(40, "message CRC", 41)] // payload
    [InlineData(44, "message CRC", 41)]
    public void TryRead_OneByteChanged_SaysWhichChecksumAndWhere(int place, string which, long at)
    {
        byte[] frame = RawFrame.Chunk;
        frame[place] ^= 0x01;

        AssertRefused(frame, which, at);
    }

    [Theory]
    [InlineData(0u, 0u, "total length", 0)]
    [InlineData(15u, 0u, "total length", 0)]
    [InlineData(16u, 1u, "headers length", 4)]
    [InlineData(24u, 9u, "headers length", 4)]
    [InlineData(24u, 0xFFFFFFFFu, "headers length", 4)]
    [InlineData(24u, 0xFFFFFFF0u, "headers length", 4)] // 16 more wraps to 0
    [InlineData(0x80000000u, 0u, "MaxFrameBytes", 0)]
    [InlineData(0xFFFFFFFFu, 0u, "MaxFrameBytes", 0)]
    [InlineData(0xFFFFFFFFu, 0xFFFFFFEFu, "MaxFrameBytes", 0)]
    public void TryRead_ImpossibleLengths_AreRefusedFromThePreludeAlone(uint totalLength, uint headersLength, string what, long at) =>
        AssertRefused(RawFrame.WithLengths(totalLength, headersLength, [])[..12], what, at);

    [Theory]
    [InlineData("00", "name of a header is empty", 0)]
    [InlineData("0000", "name of a header is empty", 0)]
    [InlineData("01", "name of a header runs past", 0)]
    [InlineData("0561", "name of a header runs past", 0)]
    [InlineData("0161", "type of a header runs past", 0)]
    [InlineData("01610A", "type 10 of a header does not exist", 0)]
    [InlineData("0161FF", "type 255 of a header does not exist", 0)]
    [InlineData("016102", "value of a header runs past", 0)]
    [InlineData("01610300", "value of a header runs past", 0)]
    [InlineData("016104000000", "value of a header runs past", 0)]
    [InlineData("01610500000000000000", "value of a header runs past", 0)]
    [InlineData("01610600", "value of a header runs past", 0)]
    [InlineData("01610600020A", "value of a header runs past", 0)]
    [InlineData("0161070001", "value of a header runs past", 0)]
    [InlineData("01610800000000000000", "value of a header runs past", 0)]
    [InlineData("016109000000000000000000000000000000", "value of a header runs past", 0)]
    [InlineData("0161078000", "32768 bytes long", 0)]
    [InlineData("01FF00", "name of a header is not UTF-8", 0)]
    [InlineData("02C08000", "name of a header is not UTF-8", 0)] // overlong
    [InlineData("03EDA08000", "name of a header is not UTF-8", 0)] // half a surrogate pair
    [InlineData("0161070001FF", "text of a header is not UTF-8", 0)]
    [InlineData("0161070002E282", "text of a header is not UTF-8", 0)] // cut
    [InlineData("016100016101", "occurs twice", 3)]
    [InlineData("01610001620001", "name of a header runs past", 6)]
    public void TryRead_MalformedHeaders_SaysWhatAndWhere(string headers, string what, long atHeader) =>
        AssertRefused(RawFrame.Of(Convert.FromHexString(headers), "payload behind it, long enough for any header"u8.ToArray()), what, 12 + atHeader);

    [Fact]
    public void TryRead_BytesHeaderThatIsNoUtf8_IsRead()
    {
        EventStreamMessage message = Read(RawFrame.Of(Convert.FromHexString("0161060001FF"), [])).ToMessage();

        Assert.Equal(new byte[] { 0xFF }, message.Find("a")!.AsBytes().ToArray());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(1_024)]
    public void TryRead_ManyHeaders_FindsTheOneRepeatedName(int count)
    {
        byte[][] headers = [.. Enumerable.Range(0, count).Select(i => RawFrame.TrueHeader($"header-{i}"))];
        Assert.Equal(count, Read(RawFrame.Of([.. headers.SelectMany(h => h)], [])).ToMessage().Headers.Count);

        int lastAt = headers[..^1].Sum(h => h.Length);
        headers[^1] = RawFrame.TrueHeader($"header-{count - 2}");

        AssertRefused(RawFrame.Of([.. headers.SelectMany(h => h)], []), "occurs twice", 12 + lastAt);
    }

    [Fact]
    public void TryRead_MoreHeadersThanTheLimit_IsRefused() =>
        AssertRefused(
            RawFrame.Of([.. Enumerable.Range(1_000, 1_025).SelectMany(i => RawFrame.TrueHeader($"{i}"))], []),
            "MaxHeaders of 1024",
            12 + (1_024 * 6));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(16)]
    public void TryRead_UpTo16Headers_AllocatesNothing(int count)
    {
        byte[] headers = [.. Enumerable.Range(0, count).SelectMany(i => RawFrame.StringHeader($"header-{i}", "value"))];
        byte[] bytes = RawFrame.Of(headers, "{}"u8.ToArray());
        ReadAndLook(bytes, rounds: 200);

        long before = GC.GetAllocatedBytesForCurrentThread();
        int found = ReadAndLook(bytes, rounds: 1_000);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(count == 0 ? 0 : 1_000, found);
        Assert.Equal(0, allocated);
    }

    private static int ReadAndLook(byte[] bytes, int rounds)
    {
        int found = 0;
        for (int round = 0; round < rounds; round++)
        {
            if (EventStreamFrame.TryRead(bytes, EventStreamLimits.Default, 0, out EventStreamFrame frame, out _)
                && frame.TryGetString("header-0"u8, out ReadOnlySpan<byte> value)
                && value.SequenceEqual("value"u8))
            {
                found++;
            }
        }

        return found;
    }

    private static EventStreamFrame Read(byte[] bytes)
    {
        Assert.True(EventStreamFrame.TryRead(bytes, EventStreamLimits.Default, 0, out EventStreamFrame frame, out int consumed));
        Assert.Equal(bytes.Length, consumed);
        return frame;
    }

    private static void AssertRefused(byte[] bytes, string what, long at)
    {
        BedrockProtocolException refusal = Assert.Throws<BedrockProtocolException>(
            () => EventStreamFrame.TryRead(bytes, EventStreamLimits.Default, 1_000_000_000_000, out _, out _));

        Assert.Contains(what, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1_000_000_000_000 + at, refusal.ByteOffset);
    }
}
