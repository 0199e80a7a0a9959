using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Bedrock.Toolkit.Benchmarks.Interleaved;

/// <summary>A benchmark that can be run a number of times in a row, and what its runs measured.</summary>
internal abstract class BenchmarkMethod
{
    private readonly int _operations;

    protected BenchmarkMethod(MethodInfo method)
    {
        BenchmarkAttribute attribute = method.GetCustomAttribute<BenchmarkAttribute>()!;
        Name = method.Name;
        IsBaseline = attribute.Baseline;
        _operations = attribute.OperationsPerInvoke;
    }

    public string Name { get; }

    public bool IsBaseline { get; }

    /// <summary>How often it runs in a slice.</summary>
    public int Repeats { get; private set; } = 1;

    public List<MethodSample> Samples { get; } = [];

    /// <summary>Finds the right kind for what the method returns.</summary>
    public static BenchmarkMethod Create(MethodInfo method, object target)
    {
        Type type = method.ReturnType;
        Type kind = type == typeof(void) ? typeof(VoidMethod)
            : typeof(Task).IsAssignableFrom(type) ? typeof(TaskMethod)
            : typeof(ValueMethod<>).MakeGenericType(type);
        return (BenchmarkMethod)Activator.CreateInstance(kind, method, target)!;
    }

    /// <summary>Runs until the code is compiled for good, and finds out how often it fits into a slice.</summary>
    public async Task WarmUpAsync(TimeSpan slice)
    {
        // Three times as long as a slice, with pauses in which the better code can be put in place.
        for (int i = 0; i < 6; i++)
        {
            long start = Stopwatch.GetTimestamp();
            int runs = 0;
            do
            {
                await RunAsync(1).ConfigureAwait(false);
                runs++;
            }
            while (Stopwatch.GetElapsedTime(start) < slice / 2);
            Repeats = Math.Max(1, (int)(runs * (slice / Stopwatch.GetElapsedTime(start))));
            await Task.Delay(120).ConfigureAwait(false);
        }
    }

    /// <summary>One slice.</summary>
    public async Task MeasureAsync()
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        await RunAsync(Repeats).ConfigureAwait(false);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        double operations = (double)Repeats * _operations;
        Samples.Add(new MethodSample(elapsed.TotalNanoseconds / operations, processor.TotalNanoseconds / operations, bytes / operations));
    }

    protected abstract ValueTask RunAsync(int repeats);

    private sealed class VoidMethod(MethodInfo method, object target) : BenchmarkMethod(method)
    {
        private readonly Action _run = method.CreateDelegate<Action>(target);

        protected override ValueTask RunAsync(int repeats)
        {
            for (int i = 0; i < repeats; i++)
            {
                _run();
            }

            return default;
        }
    }

    private sealed class ValueMethod<T>(MethodInfo method, object target) : BenchmarkMethod(method)
    {
        private readonly Func<T> _run = method.CreateDelegate<Func<T>>(target);
        private T? _last;

        /// <summary>Kept so that nobody can leave the work out.</summary>
        public T? Last => _last;

        protected override ValueTask RunAsync(int repeats)
        {
            for (int i = 0; i < repeats; i++)
            {
                _last = _run();
            }

            return default;
        }
    }

    private sealed class TaskMethod(MethodInfo method, object target) : BenchmarkMethod(method)
    {
        private readonly Func<Task> _run = method.CreateDelegate<Func<Task>>(target);

        protected override async ValueTask RunAsync(int repeats)
        {
            for (int i = 0; i < repeats; i++)
            {
                await _run().ConfigureAwait(false);
            }
        }
    }
}
