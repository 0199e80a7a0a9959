using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>The client in histories that nobody thought of: faults, cancellations, disposals, rotations and clock jumps, drawn from seeds.</summary>
[Collection(AloneCollection.Name)]
public class SimulationTests
{
    [Fact]
    public void Run_ThreeHundredSeeds_BreakNothing()
    {
        string? broken = SimulationRun.Run(first: 1, count: 300);

        Assert.True(broken is null, $"\n{broken}");
    }

    [Fact]
    public void Shrink_OfAHistoryThatBreaks_KeepsOnlyWhatBreaksIt()
    {
        // Seven days of silence: no call may take that long, and no limit is set.
        History drawn = History.Draw(5) with { Events = [new(EventKind.JumpClock, 5, 10), new(EventKind.RotateCredentials, 6)] };
        History history = drawn with { Calls = [.. drawn.Calls, new(CallKind.Unary, 10, [Fault.None], 1, CancelAfter: -1), .. drawn.Calls] };

        string text = history.ToTest("Seed_5_BreaksNothing", ["something"]);

        Assert.Contains("[Fact]", text, StringComparison.Ordinal);
        Assert.Contains("new(CallKind.Unary, 10, [Fault.None], 1", text, StringComparison.Ordinal);
        Assert.Contains("new(EventKind.RotateCredentials, 6, 0)", text, StringComparison.Ordinal);
    }
}
