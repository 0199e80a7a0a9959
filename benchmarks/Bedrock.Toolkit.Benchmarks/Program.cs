using BenchmarkDotNet.Running;
using Bedrock.Toolkit.Benchmarks;

switch (args)
{
    case ["--check"]:
        return await BenchmarkCheck.RunAsync(typeof(Program).Assembly, Console.Out).ConfigureAwait(false);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new BenchmarkConfig());
        return 0;
}
