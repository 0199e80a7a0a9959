using BenchmarkDotNet.Running;
using Bedrock.Toolkit.Benchmarks;
using Bedrock.Toolkit.Benchmarks.Embeddings;

switch (args)
{
    case ["--check"]:
        return await BenchmarkCheck.RunAsync(typeof(Program).Assembly, Console.Out).ConfigureAwait(false);
    case ["--pipeline", .. string[] rest]:
        return await PipelineMeasurement.RunAsync(rest, Console.Out).ConfigureAwait(false);
    case [PipelineMeasurement.ServerArgument]:
        return await PipelineMeasurement.ServeAsync(Console.In, Console.Out).ConfigureAwait(false);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new BenchmarkConfig());
        return 0;
}
