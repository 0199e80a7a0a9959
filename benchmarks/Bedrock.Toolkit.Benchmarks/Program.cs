using System.Globalization;
using BenchmarkDotNet.Running;
using Bedrock.Toolkit.Benchmarks;
using Bedrock.Toolkit.Benchmarks.Embeddings;
using Bedrock.Toolkit.Benchmarks.Calls;
using Bedrock.Toolkit.Benchmarks.Fuzz;
using Bedrock.Toolkit.Benchmarks.Growth;
using Bedrock.Toolkit.Benchmarks.Interleaved;
using Bedrock.Toolkit.Benchmarks.Simulation;
using Bedrock.Toolkit.Benchmarks.Soak;
using Bedrock.Toolkit.Benchmarks.Sockets;
using Bedrock.Toolkit.Benchmarks.Startup;

switch (args)
{
    case ["--check"]:
        return await BenchmarkCheck.RunAsync(typeof(Program).Assembly, Console.Out).ConfigureAwait(false);
    case ["--pipeline", .. string[] rest]:
        return await PipelineMeasurement.RunAsync(rest, Console.Out).ConfigureAwait(false);
    case [PipelineMeasurement.ServerArgument]:
        return await PipelineMeasurement.ServeAsync(Console.In, Console.Out).ConfigureAwait(false);
    case ["--interleaved", .. string[] rest]:
        return await InterleavedRun.RunAsync(After("--filter", rest), After("--results", rest), Console.Out).ConfigureAwait(false);
    case [CallServer.Argument]:
        return await CallServer.RunAsync().ConfigureAwait(false);
    case ["--growth", .. string[] rest]:
        return await GrowthMeasurement.RunAsync(After("--picture", rest), Console.Out).ConfigureAwait(false);
    case ["--startup", string folder, .. string[] rest]:
        return await StartupMeasurement.RunAsync(folder, rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 15, Console.Out)
            .ConfigureAwait(false);
    case ["--soak", .. string[] rest]:
        return await SoakRun.RunAsync(Seconds(rest), Console.Out).ConfigureAwait(false);
    case ["--sockets", .. string[] rest]:
        return await SocketMeasurement.RunAsync(Seconds(rest), Seed(rest), Console.Out).ConfigureAwait(false);
    case ["--fuzz", .. string[] rest]:
        return await FuzzRun.RunAsync(Seconds(rest), Seed(rest), Console.Out).ConfigureAwait(false);
    case ["--simulate", .. string[] rest]:
        return SimulationMeasurement.Run(rest.Length > 0 && int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count
            : 1000, Seed(rest), Console.Out);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new BenchmarkConfig());
        return 0;
}

static TimeSpan Seconds(string[] rest) =>
    TimeSpan.FromSeconds(rest.Length > 0 && int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? seconds : 60);

static int Seed(string[] rest) => After("--seed", rest) is { } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : 1;

static string? After(string name, string[] rest)
{
    int at = Array.IndexOf(rest, name);
    return at >= 0 && at + 1 < rest.Length ? rest[at + 1] : null;
}
