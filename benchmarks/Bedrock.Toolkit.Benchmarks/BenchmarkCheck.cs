using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Bedrock.Toolkit.Benchmarks;

/// <summary>Calls every benchmark once for every combination of its parameters, without measuring, so that benchmarks cannot rot unseen.</summary>
internal static class BenchmarkCheck
{
    /// <summary>Checks an assembly; the result is the exit code of the process, 0 when everything ran.</summary>
    public static async Task<int> RunAsync(Assembly assembly, TextWriter output)
    {
        Type[] classes = [.. assembly.GetTypes().Where(type => !type.IsAbstract && BenchmarksOf(type).Length > 0)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)];
        bool allRan = classes.Length > 0;
        foreach (Type type in classes)
        {
            var clock = Stopwatch.StartNew();
            (int ran, List<string> failures) = await CheckAsync(type).ConfigureAwait(false);
            allRan &= failures.Count == 0;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{(failures.Count == 0 ? "ok    " : "FAILED")} {type.Name}: {ran} ran, {failures.Count} failed, {clock.ElapsedMilliseconds} ms"))
                    .ConfigureAwait(false);
            foreach (string failure in failures)
            {
                await output.WriteLineAsync("       " + failure).ConfigureAwait(false);
            }
        }

        return allRan ? 0 : 1;
    }

    private static async Task<(int Ran, List<string> Failures)> CheckAsync(Type type)
    {
        int ran = 0;
        var failures = new List<string>();
        if (!BenchmarksOf(type).Any(method => method.GetCustomAttribute<BenchmarkAttribute>()!.Baseline))
        {
            failures.Add("has no baseline");
        }

        foreach (KeyValuePair<MemberInfo, object?>[] parameters in Combinations(type))
        {
            string shown = string.Join(", ", parameters.Select(p => $"{p.Key.Name}={p.Value}"));
            object benchmarks = Activator.CreateInstance(type)!;
            foreach ((MemberInfo member, object? value) in parameters)
            {
                Set(member, benchmarks, value);
            }

            if (await CallAsync<GlobalSetupAttribute>(benchmarks, shown, failures).ConfigureAwait(false))
            {
                ran += await CallBenchmarksAsync(benchmarks, shown, failures).ConfigureAwait(false);
            }

            await CallAsync<GlobalCleanupAttribute>(benchmarks, shown, failures).ConfigureAwait(false);
        }

        return (ran, failures);
    }

    private static async Task<int> CallBenchmarksAsync(object benchmarks, string shown, List<string> failures)
    {
        int ran = 0;
        foreach (MethodInfo method in BenchmarksOf(benchmarks.GetType()))
        {
            ran += await CallAsync(method, benchmarks, shown, failures).ConfigureAwait(false) ? 1 : 0;
        }

        return ran;
    }

    private static async Task<bool> CallAsync<TAttribute>(object benchmarks, string shown, List<string> failures)
        where TAttribute : Attribute
    {
        bool ran = true;
        foreach (MethodInfo method in benchmarks.GetType().GetMethods().Where(m => m.IsDefined(typeof(TAttribute))))
        {
            ran &= await CallAsync(method, benchmarks, shown, failures).ConfigureAwait(false);
        }

        return ran;
    }

    private static async Task<bool> CallAsync(MethodInfo method, object benchmarks, string shown, List<string> failures)
    {
        try
        {
            switch (method.Invoke(benchmarks, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, CultureInfo.InvariantCulture))
            {
                case Task task:
                    await task.ConfigureAwait(false);
                    break;
                case ValueTask task:
                    await task.ConfigureAwait(false);
                    break;
                default:
                    break;
            }

            return true;
        }
#pragma warning disable CA1031 // Whatever a benchmark throws is what this check is there to report.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failures.Add($"{method.Name}({shown}): {e.GetType().Name}: {e.Message}");
            return false;
        }
    }

    public static MethodInfo[] BenchmarksOf(Type type) => [.. type.GetMethods().Where(method => method.IsDefined(typeof(BenchmarkAttribute)))];

    public static IEnumerable<KeyValuePair<MemberInfo, object?>[]> Combinations(Type type)
    {
        IEnumerable<KeyValuePair<MemberInfo, object?>[]> combinations = [[]];
        foreach (MemberInfo member in type.GetMembers().Where(member => member.IsDefined(typeof(ParamsAttribute))))
        {
            object?[] values = member.GetCustomAttribute<ParamsAttribute>()!.Values;
            combinations = combinations.SelectMany(chosen => values.Select(value => (KeyValuePair<MemberInfo, object?>[])[.. chosen, new(member, value)]));
        }

        return combinations;
    }

    public static void Set(MemberInfo member, object benchmarks, object? value)
    {
        if (member is PropertyInfo property)
        {
            property.SetValue(benchmarks, value);
        }
        else
        {
            ((FieldInfo)member).SetValue(benchmarks, value);
        }
    }
}
