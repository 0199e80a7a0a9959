using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Tests.EventStreams;

public sealed class EventStreamMessageTests
{
    private static readonly EventStreamMessage Message = new(
        [EventStreamHeader.FromString(":event-type", "secret-value"), EventStreamHeader.FromInt32("n", 5)],
        "secret-payload"u8.ToArray());

    [Fact]
    public void Find_NameThere_GivesTheHeader() => Assert.Equal(5, Message.Find("n")!.AsInt32());

    [Fact]
    public void Find_OtherCaseOrMissing_GivesNull()
    {
        Assert.Null(Message.Find("N"));
        Assert.Null(Message.Find("missing"));
    }

    [Fact]
    public void FindString_TextThere_GivesIt() => Assert.Equal("secret-value", Message.FindString(":event-type"));

    [Fact]
    public void FindString_OtherTypeOrMissing_GivesNull()
    {
        Assert.Null(Message.FindString("n"));
        Assert.Null(Message.FindString("missing"));
    }

    [Fact]
    public void Headers_SourceListChangedLater_StayAsTheyWere()
    {
        List<EventStreamHeader> source = [EventStreamHeader.FromInt32("n", 5)];
        EventStreamMessage message = new(source);

        source.Clear();

        Assert.Single(message.Headers);
        Assert.True(message.Payload.IsEmpty);
    }

    [Fact]
    public void Constructor_NullHeaders_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("headers", () => new EventStreamMessage(null!));
        Assert.Throws<ArgumentException>("headers", () => new EventStreamMessage([null!]));
    }

    [Fact]
    public void ToString_AnyMessage_ShowsNoHeaderValueAndNoPayload() => Assert.Equal("2 headers, 14 bytes of payload", Message.ToString());
}
