using System.Globalization;
using Xunit.Abstractions;

namespace Bedrock.Toolkit.Tests.Throttling;

/// <summary>Whole loads through the governor on a simulated clock.</summary>
public class TokenGovernorSimulationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Reserve_20000UnevenCalls_UseTheQuotaWithoutThrottleInOrder()
    {
        QuotaSimulation simulation =
            await RunAsync(new QuotaSimulation(), Calls(20_000, averageUse: 1_750, _ => new Shape(MostUsed: 1.0, LeastUsed: 0.2, TokensPerSecond: 80)));

        Assert.Equal(0, simulation.Service.Throttled);
        Assert.Equal(Enumerable.Range(0, 20_000), simulation.Started);
        Assert.True(simulation.Use >= 0.95, $"{simulation.Use:P2}");
    }

    [Theory]
    [InlineData(0.1, 990)]
    [InlineData(0.025, 840)]
    public async Task Reserve_LongCallsThatReserveManyTimesWhatTheyUse_UseTheQuotaOnceThePaceHasSettled(double share, double averageUse)
    {
        var shape = new Shape(MostUsed: share * 1.2, LeastUsed: share * 0.8, TokensPerSecond: share * 100);
        QuotaSimulation simulation = await RunAsync(new QuotaSimulation(), Calls(20_000, averageUse, _ => shape));

        Assert.Equal(0, simulation.Service.Throttled);
        Assert.Equal(Enumerable.Range(0, 20_000), simulation.Started);
        Assert.True(simulation.SteadyUse >= 0.95, $"{simulation.SteadyUse:P2}");
    }

    [Fact]
    public async Task Reserve_OutputThatCountsFiveTimes_UsesTheQuotaWithoutThrottle()
    {
        QuotaSimulation simulation = await RunAsync(
            new QuotaSimulation(),
                [.. Calls(20_000, averageUse: 5_900, _ => new Shape(MostUsed: 1.0, LeastUsed: 0.2, TokensPerSecond: 80))
                .Select(c => c with { OutputWeight = 5 })]);

        Assert.Equal(0, simulation.Service.Throttled);
        Assert.Equal(Enumerable.Range(0, 20_000), simulation.Started);
        Assert.True(simulation.Use >= 0.95, $"{simulation.Use:P2}");
    }

    [Fact]
    public async Task Reserve_QuotaSetTwiceTooHigh_FindsThePaceThatTheServiceTakes()
    {
        var quota = new TokenQuota { Models = "*", TokensPerMinute = 2 * QuotaSimulation.Quota };
        QuotaSimulation simulation =
            await RunAsync(new QuotaSimulation(quota), Calls(5_000, averageUse: 900, _ => new Shape(MostUsed: 1.0, LeastUsed: 0.2, TokensPerSecond: 80)));

        Assert.InRange(simulation.Service.Throttled, 1, 500);
        Assert.True(simulation.Use >= 0.6, $"{simulation.Use:P2}");
    }

    private async Task<QuotaSimulation> RunAsync(QuotaSimulation simulation, IReadOnlyList<SimulatedCall> calls)
    {
        await simulation.RunAsync(calls);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{simulation.Time.TotalMinutes:F1} minutes, {simulation.Use:P2} of the quota used ({simulation.SteadyUse:P2} in the second half), {simulation.Service.Throttled} throttled, at most {simulation.MaxRunning} at once"));
        return simulation;
    }

    /// <summary>Calls of uneven size that come a fifth faster than the quota lets them through.</summary>
    private static List<SimulatedCall> Calls(int count, double averageUse, Func<Random, Shape> shapeOf)
    {
        var random = new Random(20261124);
        double secondsBetween = averageUse / QuotaSimulation.Quota * 60 / 1.2;
        double arrival = 0;
        List<SimulatedCall> calls = [];
        for (int i = 0; i < count; i++)
        {
            Shape shape = shapeOf(random);
            int bytes = 200 + (int)(12_000 * Math.Pow(random.NextDouble(), 3));
            int input = (int)(bytes * 0.25 * (0.8 + (0.4 * random.NextDouble())));
            int most = 64 + (int)(6_000 * Math.Pow(random.NextDouble(), 2));
            int written = Math.Max(1, (int)(most * (shape.LeastUsed + ((shape.MostUsed - shape.LeastUsed) * random.NextDouble()))));
            calls.Add(new SimulatedCall(TimeSpan.FromSeconds(arrival), bytes, input, most, written,
                TimeSpan.FromSeconds(0.5 + (written / shape.TokensPerSecond))));
            arrival += i < 200 ? 0 : 2 * secondsBetween * random.NextDouble();
        }

        return calls;
    }

    private sealed record Shape(double MostUsed, double LeastUsed, double TokensPerSecond);
}
