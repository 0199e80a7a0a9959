using System.Diagnostics;
using System.Globalization;
using Bedrock.Toolkit.Tests.Simulation;

namespace Bedrock.Toolkit.Benchmarks.Simulation;

/// <summary>Runs any number of the histories that the tests run some hundreds of.</summary>
internal static class SimulationMeasurement
{
    /// <summary>Runs; the result is the exit code of the process.</summary>
    /// <param name="count">How many histories.</param>
    /// <param name="seed">The seed of the first; the others follow it.</param>
    /// <param name="output">Where the report goes.</param>
    public static int Run(int count, int seed, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        int broken = 0;
        for (int at = seed; at < seed + count; at++)
        {
            if (SimulationRun.Run(at, 1) is { } test)
            {
                broken++;
                output.WriteLine(test);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} histories from seed {seed} in {clock.Elapsed.TotalSeconds:0.0} s: {broken} broke something"));
        return broken == 0 ? 0 : 1;
    }
}
