using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Sockets;

/// <summary>Real sockets under many callers at once; alone, because descriptors and pooled arrays are counted for the whole process.</summary>
[Collection(AloneCollection.Name)]
public class StreamStormTests
{
    [Fact]
    public async Task DisposeAsync_TwoHundredCallersOverSockets_MixesUpAndLeavesNothing_Streaming()
    {
        StormReport report = await StreamStorm.RunAsync(TimeSpan.FromSeconds(2), seed: 1);

        Assert.Empty(report.Surprises);
        Assert.Equal((0, 0), (report.ForeignRequests, report.ForeignEvents));
        Assert.Equal(0, report.Slots);
        Assert.InRange(report.Descriptors, int.MinValue, 0);

        // A write that failed in its middle gives up its array on purpose; on loopback next to none does.
        Assert.InRange(report.Buffers, long.MinValue, 20);
        Assert.True(report.Outcomes.GetValueOrDefault("disposed from elsewhere") > 50, report.ToString());
        Assert.True(report.Outcomes.GetValueOrDefault("read to the end") > 50, report.ToString());
    }
}
