using System.Diagnostics;
using System.Globalization;
using Bedrock.Toolkit.Benchmarks.Calls;

namespace Bedrock.Toolkit.Benchmarks.Startup;

/// <summary>From the start of a process to its first answer: the programs of <c>benchmarks/startup</c>, one after the other in every round.</summary>
internal static class StartupMeasurement
{
    private static readonly string[] Kinds = ["jit", "r2r", "aot"];

    /// <summary>Runs the published programs and writes a table.</summary>
    /// <param name="folder">Where <c>benchmarks/startup/run</c> has published them.</param>
    /// <param name="rounds">How often each starts.</param>
    /// <param name="output">For the table.</param>
    public static async Task<int> RunAsync(string folder, int rounds, TextWriter output)
    {
        using CallServer server = CallServer.Start();
        var samples = new Dictionary<string, List<(double Cpu, double Wall)>>();
        for (int round = -1; round < rounds; round++)
        {
            foreach (string name in Kinds.SelectMany(static kind => (string[])[kind + "-bare", kind + "-toolkit"]))
            {
                (double Cpu, double Wall) sample = await StartAsync(Path.Combine(folder, name, name[4..]), server.Url).ConfigureAwait(false);

                // The first start of each only brings its files into memory.
                if (round >= 0)
                {
                    (samples.TryGetValue(name, out List<(double, double)>? of) ? of : samples[name] = []).Add(sample);
                }
            }
        }

        await output.WriteLineAsync(
            $"| start to first answer, {rounds} rounds | processor ms, bare | library | ratio (least to most) | ms, bare | library |\n"
            + "| --- | ---: | ---: | ---: | ---: | ---: |").ConfigureAwait(false);
        foreach (string kind in Kinds)
        {
            List<(double Cpu, double Wall)> bare = samples[kind + "-bare"], toolkit = samples[kind + "-toolkit"];
            double[] ratios = [.. bare.Zip(toolkit, static (x, y) => y.Cpu / x.Cpu).Order()];
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {kind} | {Median(bare.Select(s => s.Cpu)):F0} | {Median(toolkit.Select(s => s.Cpu)):F0} | {Median(ratios):F2} ({ratios[0]:F2} to {ratios[^1]:F2})"
                + $" | {Median(bare.Select(s => s.Wall)):F0} | {Median(toolkit.Select(s => s.Wall)):F0} |")).ConfigureAwait(false);
        }

        return 0;
    }

    private static async Task<(double Cpu, double Wall)> StartAsync(string program, Uri server)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(program, [server.ToString().TrimEnd('/')]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        string line = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return double.TryParse(line, CultureInfo.InvariantCulture, out double cpu)
            ? (cpu, Stopwatch.GetElapsedTime(start).TotalMilliseconds)
            : throw new InvalidOperationException($"{program} said '{line}'.");
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
