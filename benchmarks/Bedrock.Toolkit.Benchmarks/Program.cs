using System.Globalization;
using BenchmarkDotNet.Running;
using Bedrock.Toolkit.Benchmarks;
using Bedrock.Toolkit.Benchmarks.Fuzz;
using Bedrock.Toolkit.Benchmarks.Soak;

switch (args)
{
    case ["--check"]:
        return await BenchmarkCheck.RunAsync(typeof(Program).Assembly, Console.Out).ConfigureAwait(false);
    case ["--soak", .. string[] rest]:
        return await SoakRun.RunAsync(Seconds(rest), Console.Out).ConfigureAwait(false);
    case ["--fuzz", .. string[] rest]:
        return await FuzzRun.RunAsync(Seconds(rest), Seed(rest), Console.Out).ConfigureAwait(false);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new BenchmarkConfig());
        return 0;
}

static TimeSpan Seconds(string[] rest) =>
    TimeSpan.FromSeconds(rest.Length > 0 && int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? seconds : 60);

static int Seed(string[] rest)
{
    int at = Array.IndexOf(rest, "--seed");
    return at >= 0 && at + 1 < rest.Length ? int.Parse(rest[at + 1], CultureInfo.InvariantCulture) : 1;
}
