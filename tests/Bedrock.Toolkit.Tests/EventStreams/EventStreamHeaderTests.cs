using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Tests.EventStreams;

public sealed class EventStreamHeaderTests
{
    private static readonly DateTimeOffset Moment = new(2024, 2, 29, 12, 30, 45, 678, TimeSpan.FromHours(2));
    private static readonly Guid Id = new("00112233-4455-6677-8899-aabbccddeeff");

    public static TheoryData<EventStreamHeaderType> AllTypes => [.. Enum.GetValues<EventStreamHeaderType>()];

    [Fact]
    public void Factories_EachType_GiveTheirValueBack()
    {
        Assert.Equal("naïve €", EventStreamHeader.FromString("h", "naïve €").AsString());
        Assert.True(EventStreamHeader.FromBoolean("h", true).AsBoolean());
        Assert.False(EventStreamHeader.FromBoolean("h", false).AsBoolean());
        Assert.Equal(sbyte.MinValue, EventStreamHeader.FromByte("h", sbyte.MinValue).AsByte());
        Assert.Equal(short.MinValue, EventStreamHeader.FromInt16("h", short.MinValue).AsInt16());
        Assert.Equal(int.MinValue, EventStreamHeader.FromInt32("h", int.MinValue).AsInt32());
        Assert.Equal(long.MinValue, EventStreamHeader.FromInt64("h", long.MinValue).AsInt64());
        Assert.Equal(new byte[] { 1, 2, 255 }, EventStreamHeader.FromBytes("h", new byte[] { 1, 2, 255 }).AsBytes().ToArray());
        Assert.Equal(Moment, EventStreamHeader.FromTimestamp("h", Moment).AsTimestamp());
        Assert.Equal(Id, EventStreamHeader.FromUuid("h", Id).AsUuid());
    }

    [Theory]
    [MemberData(nameof(AllTypes))]
    public void Type_OfEachFactory_IsTheOneOnTheWire(EventStreamHeaderType type) => Assert.Equal(type, HeaderOf(type).Type);

    [Theory]
    [MemberData(nameof(AllTypes))]
    public void Getter_OfAnotherType_NamesHeaderAndType(EventStreamHeaderType type)
    {
        EventStreamHeader header = HeaderOf(type);

        // Two types have one getter, so nine getters: one fits, eight refuse.
        List<InvalidOperationException> refusals = [.. Getters(header).Select(getter => Record.Exception(getter)).OfType<InvalidOperationException>()];

        Assert.Equal(8, refusals.Count);
        Assert.All(refusals, refusal => Assert.Contains($"'the-name' is of type {type}", refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void FromBytes_SourceChangedLater_KeepsTheOldBytes()
    {
        byte[] source = [1, 2];
        EventStreamHeader header = EventStreamHeader.FromBytes("h", source);

        source[0] = 9;

        Assert.Equal(new byte[] { 1, 2 }, header.AsBytes().ToArray());
    }

    [Fact]
    public void FromTimestamp_FinerThanAMillisecond_IsCutOff() =>
        Assert.Equal(Moment, EventStreamHeader.FromTimestamp("h", Moment.AddTicks(9_999)).AsTimestamp());

    [Fact]
    public void AsTimestamp_OutsideTheCalendar_NamesTheHeader()
    {
        EventStreamHeader header = new("when", EventStreamHeaderType.Timestamp, new byte[] { 0x7F, 255, 255, 255, 255, 255, 255, 255 });

        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => header.AsTimestamp());

        Assert.Contains("'when'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromString_HalfASurrogatePair_NamesTheHeader()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("value", () => EventStreamHeader.FromString("h", "a\uD83D"));

        Assert.Contains("'h'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Factories_NullArguments_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("name", () => EventStreamHeader.FromString(null!, "x"));
        Assert.Throws<ArgumentNullException>("value", () => EventStreamHeader.FromString("h", null!));
        Assert.Throws<ArgumentNullException>("name", () => EventStreamHeader.FromInt32(null!, 1));
    }

    [Fact]
    public void ToString_AnyHeader_ShowsNoValue() =>
        Assert.Equal("h (String)", EventStreamHeader.FromString("h", "secret").ToString());

    private static EventStreamHeader HeaderOf(EventStreamHeaderType type) => type switch
    {
        EventStreamHeaderType.BooleanTrue => EventStreamHeader.FromBoolean("the-name", true),
        EventStreamHeaderType.BooleanFalse => EventStreamHeader.FromBoolean("the-name", false),
        EventStreamHeaderType.Byte => EventStreamHeader.FromByte("the-name", 1),
        EventStreamHeaderType.Int16 => EventStreamHeader.FromInt16("the-name", 1),
        EventStreamHeaderType.Int32 => EventStreamHeader.FromInt32("the-name", 1),
        EventStreamHeaderType.Int64 => EventStreamHeader.FromInt64("the-name", 1),
        EventStreamHeaderType.Bytes => EventStreamHeader.FromBytes("the-name", new byte[1]),
        EventStreamHeaderType.String => EventStreamHeader.FromString("the-name", "1"),
        EventStreamHeaderType.Timestamp => EventStreamHeader.FromTimestamp("the-name", Moment),
        _ => EventStreamHeader.FromUuid("the-name", Id),
    };

    private static Func<object?>[] Getters(EventStreamHeader header) =>
    [
        () => header.AsString(),
        () => header.AsBoolean(),
        () => header.AsByte(),
        () => header.AsInt16(),
        () => header.AsInt32(),
        () => header.AsInt64(),
        () => header.AsBytes(),
        () => header.AsTimestamp(),
        () => header.AsUuid(),
    ];
}
