using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.Benchmarks.Calls;

namespace Bedrock.Toolkit.Benchmarks.Interleaved;

/// <summary>
/// Measures on a machine that is busy with other things: every round runs all methods of a class for a slice each, and ratios are taken within
/// a round, so that what slows one down slows the others down too. Writes one table for each class.
/// </summary>
internal static class InterleavedRun
{
    private const int Rounds = 25;
    private const int RoundsOfCalls = 11;

    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan SliceOfCalls = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs; the result is the exit code of the process.</summary>
    /// <param name="filter">A part of the names of the classes to run; all when null.</param>
    /// <param name="folder">Where the tables go; none are written when null.</param>
    /// <param name="output">Where the tables go too.</param>
    public static async Task<int> RunAsync(string? filter, string? folder, TextWriter output)
    {
        Type[] classes =
        [
            .. typeof(InterleavedRun).Assembly.GetTypes()
                .Where(type => !type.IsAbstract && BenchmarkCheck.BenchmarksOf(type).Length > 0
                    && (filter is null || type.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)))
                .OrderBy(type => type.FullName, StringComparer.Ordinal),
        ];
        foreach (Type type in classes)
        {
            string table = await MeasureAsync(type).ConfigureAwait(false);
            await output.WriteLineAsync(table).ConfigureAwait(false);
            if (folder is not null)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, type.Name + ".md"), table).ConfigureAwait(false);
            }
        }

        return classes.Length > 0 ? 0 : 1;
    }

    private static async Task<string> MeasureAsync(Type type)
    {
        bool isCalls = typeof(CallBenchmarks).IsAssignableFrom(type);
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"# {type.Name}").AppendLine();
        table.AppendLine(CultureInfo.InvariantCulture,
            $"{Machine()}. {(isCalls ? RoundsOfCalls : Rounds)} rounds, all methods in each; ratios are medians of the ratios within a round.").AppendLine();
        table.AppendLine("| method | parameters | ns, median | ns, least | time, ratio | processor ns, median | processor, ratio | B | B, ratio |");
        table.AppendLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (KeyValuePair<MemberInfo, object?>[] parameters in BenchmarkCheck.Combinations(type))
        {
            object benchmarks = Activator.CreateInstance(type)!;
            foreach ((MemberInfo member, object? value) in parameters)
            {
                BenchmarkCheck.Set(member, benchmarks, value);
            }

            await CallAsync<GlobalSetupAttribute>(benchmarks).ConfigureAwait(false);
            BenchmarkMethod[] methods = [.. BenchmarkCheck.BenchmarksOf(type).Select(method => BenchmarkMethod.Create(method, benchmarks))];
            await MeasureAsync(methods, isCalls ? SliceOfCalls : Slice, isCalls ? RoundsOfCalls : Rounds).ConfigureAwait(false);
            await CallAsync<GlobalCleanupAttribute>(benchmarks).ConfigureAwait(false);
            string shown = string.Join(", ", parameters.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key.Name}={p.Value}")));
            foreach (BenchmarkMethod method in methods)
            {
                table.AppendLine(Row(method, methods.Single(m => m.IsBaseline), shown));
            }
        }

        return table.ToString().ReplaceLineEndings("\n");
    }

    private static async Task MeasureAsync(BenchmarkMethod[] methods, TimeSpan slice, int rounds)
    {
        foreach (BenchmarkMethod method in methods)
        {
            await method.WarmUpAsync(slice).ConfigureAwait(false);
        }

        for (int round = 0; round < rounds; round++)
        {
            // Not always in the same order: what one leaves behind would always meet the same other.
            for (int i = 0; i < methods.Length; i++)
            {
                await methods[(i + round) % methods.Length].MeasureAsync().ConfigureAwait(false);
            }
        }
    }

    private static async Task CallAsync<TAttribute>(object benchmarks)
        where TAttribute : Attribute
    {
        foreach (MethodInfo method in benchmarks.GetType().GetMethods().Where(m => m.IsDefined(typeof(TAttribute), inherit: true)))
        {
            if (method.Invoke(benchmarks, null) is Task task)
            {
                await task.ConfigureAwait(false);
            }
        }
    }

    private static string Row(BenchmarkMethod method, BenchmarkMethod baseline, string parameters)
    {
        double time = Ratio(method, baseline, s => s.Nanoseconds);
        double processor = Ratio(method, baseline, s => s.ProcessorNanoseconds);

        // The least is the exact one: now and then something else of the process allocates in between.
        double bytes = method.Samples.Min(s => s.Bytes);
        double baselineBytes = baseline.Samples.Min(s => s.Bytes);
        string bytesRatio = baselineBytes < 0.5 ? "" : (bytes / baselineBytes).ToString("0.000", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {method.Name} | {parameters} | {Median(method.Samples.Select(s => s.Nanoseconds)):N0} | {method.Samples.Min(s => s.Nanoseconds):N0} | {time:0.000} | {Median(method.Samples.Select(s => s.ProcessorNanoseconds)):N0} | {processor:0.000} | {bytes:N0} | {bytesRatio} |");
    }

    private static double Ratio(BenchmarkMethod method, BenchmarkMethod baseline, Func<MethodSample, double> of) =>
        Median(method.Samples.Zip(baseline.Samples, (one, other) => of(one) / of(other)));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors that others use too, {(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")} GC");
}
