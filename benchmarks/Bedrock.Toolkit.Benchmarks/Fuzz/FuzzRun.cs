using System.Diagnostics;
using System.Globalization;

namespace Bedrock.Toolkit.Benchmarks.Fuzz;

/// <summary>
/// Tries made-up input for a given time. Input N of a target depends on the seed and N alone, so whatever breaks can be tried again; a longer
/// run tries more of the same sequence.
/// </summary>
internal static class FuzzRun
{
    // Reading allocates in proportion to what it reads; exceptions, and type information at the first time, come on top.
    private const long AllocatedBytesBase = 1024 * 1024;
    private const long AllocatedBytesPerByte = 300;

    private const int TurnLength = 500;

    // The machine may be busy with other things: only a real hang lasts this long.
    private static readonly TimeSpan LongestInput = TimeSpan.FromSeconds(10);

    /// <summary>Runs; the result is the exit code of the process.</summary>
    /// <param name="time">How long.</param>
    /// <param name="seed">What the inputs are made from.</param>
    /// <param name="output">Where the report goes.</param>
    public static async Task<int> RunAsync(TimeSpan time, int seed, TextWriter output)
    {
        FuzzTarget[] targets = [new FrameTarget(), new ChunkTarget(), new ErrorTarget()];
        var tallies = targets.ToDictionary(t => t, _ => new FuzzTally());
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < time)
        {
            foreach (FuzzTarget target in targets)
            {
                for (int i = 0; i < TurnLength; i++)
                {
                    if (Try(target, seed, tallies[target]) is { } broken)
                    {
                        await output.WriteLineAsync(
                            $"FAILED {target.Name}, seed {seed}, input {tallies[target].Inputs}: {broken.Message}\n{broken.InnerException}\n{broken.Input}")
                            .ConfigureAwait(false);
                        return 1;
                    }
                }
            }
        }

        foreach (FuzzTarget target in targets)
        {
            await output.WriteLineAsync($"ok     {target.Name}: {tallies[target]}").ConfigureAwait(false);
        }

        long all = tallies.Values.Sum(t => t.Inputs);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{all} inputs tried in {clock.Elapsed.TotalSeconds:F0} s, seed {seed}"))
            .ConfigureAwait(false);
        return 0;
    }

    private static FuzzException? Try(FuzzTarget target, int seed, FuzzTally tally)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        try
        {
            FuzzOutcome outcome = target.TryOne(new Random(HashCode(seed, target.Name, tally.Inputs)));
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            tally.Add(outcome, elapsed, allocated);
            return elapsed > LongestInput ? new FuzzException($"It took {elapsed}.", default)
                : allocated > AllocatedBytesBase + (AllocatedBytesPerByte * outcome.Bytes)
                    ? new FuzzException($"It allocated {allocated} bytes for {outcome.Bytes}.", default)
                : null;
        }
        catch (FuzzException e)
        {
            return e;
        }
    }

    // The same in every process, unlike System.HashCode.
    private static int HashCode(int seed, string name, long number)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in string.Create(CultureInfo.InvariantCulture, $"{seed}/{name}/{number}"))
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return (int)(hash ^ (hash >> 32));
    }
}
