using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Tests.EventStreams;

public sealed class EventStreamLimitsTests
{
    [Fact]
    public void Default_AllSettings_AreTheDocumentedOnes()
    {
        Assert.Equal(25_165_824, EventStreamLimits.Default.MaxFrameBytes);
        Assert.Equal(131_072, EventStreamLimits.Default.MaxHeadersBytes);
        Assert.Equal(1_024, EventStreamLimits.Default.MaxHeaders);
    }

    [Fact]
    public void Settings_OutsideTheirRange_AreRefusedByName()
    {
        Assert.Throws<ArgumentOutOfRangeException>("MaxFrameBytes", () => new EventStreamLimits { MaxFrameBytes = 15 });
        Assert.Throws<ArgumentOutOfRangeException>("MaxFrameBytes", () => new EventStreamLimits { MaxFrameBytes = int.MaxValue });
        Assert.Throws<ArgumentOutOfRangeException>("MaxHeadersBytes", () => new EventStreamLimits { MaxHeadersBytes = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("MaxHeaders", () => new EventStreamLimits { MaxHeaders = -1 });
    }

    [Fact]
    public void MaxFrameBytes_FrameAtAndOverIt_IsReadAndRefusedByName()
    {
        Assert.True(TryRead(RawFrame.Chunk, new EventStreamLimits { MaxFrameBytes = 45 }));

        BedrockProtocolException refusal = Refusal(RawFrame.Chunk, new EventStreamLimits { MaxFrameBytes = 44 });

        Assert.Contains("45 bytes is over the limit EventStreamLimits.MaxFrameBytes of 44", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(100, refusal.ByteOffset);
    }

    [Fact]
    public void MaxHeadersBytes_HeadersAtAndOverIt_AreReadAndRefusedByName()
    {
        Assert.True(TryRead(RawFrame.Chunk, new EventStreamLimits { MaxHeadersBytes = 27 }));

        BedrockProtocolException refusal = Refusal(RawFrame.Chunk, new EventStreamLimits { MaxHeadersBytes = 26 });

        Assert.Contains("27 bytes are over the limit EventStreamLimits.MaxHeadersBytes of 26", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(104, refusal.ByteOffset);
    }

    [Fact]
    public void MaxHeaders_AsManyAndMore_AreReadAndRefusedByName()
    {
        Assert.True(TryRead(RawFrame.Chunk, new EventStreamLimits { MaxHeaders = 2 }));

        BedrockProtocolException refusal = Refusal(RawFrame.Chunk, new EventStreamLimits { MaxHeaders = 1 });

        Assert.Contains("the limit EventStreamLimits.MaxHeaders of 1", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(100 + 12 + 20, refusal.ByteOffset);
    }

    [Fact]
    public void Limits_OfSize_AreEnforcedFromThePreludeAlone()
    {
        byte[] prelude = RawFrame.Chunk[..12];

        Assert.False(TryRead(prelude, EventStreamLimits.Default));
        Assert.Throws<BedrockProtocolException>(() => TryRead(prelude, new EventStreamLimits { MaxFrameBytes = 44 }));
        Assert.Throws<BedrockProtocolException>(() => TryRead(prelude, new EventStreamLimits { MaxHeadersBytes = 26 }));
    }

    private static bool TryRead(byte[] bytes, EventStreamLimits limits) => EventStreamFrame.TryRead(bytes, limits, 100, out _, out _);

    private static BedrockProtocolException Refusal(byte[] bytes, EventStreamLimits limits) =>
        Assert.Throws<BedrockProtocolException>(() => TryRead(bytes, limits));
}
