using System.Diagnostics;

namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>Waits until nothing runs any more but the thread that asks: then only the clock can go on.</summary>
internal static class Settling
{
    // Something else in the process may keep a thread for good; then a while without anything finished counts as quiet.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>How many threads of the pool work now.</summary>
    public static int Busy()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int free, out _);
        return most - free;
    }

    /// <summary>Waits.</summary>
    /// <param name="idle">How many threads worked before the run.</param>
    public static void Wait(int idle)
    {
        long start = Stopwatch.GetTimestamp();
        long finished = ThreadPool.CompletedWorkItemCount;
        int quiet = 0;
        while (quiet < 3)
        {
            if (ThreadPool.PendingWorkItemCount == 0 && Busy() <= idle)
            {
                quiet++;
                Thread.SpinWait(20);
                continue;
            }

            quiet = 0;
            Thread.Yield();
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                long now = ThreadPool.CompletedWorkItemCount;
                if (now == finished && ThreadPool.PendingWorkItemCount == 0)
                {
                    return;
                }

                finished = now;
                start = Stopwatch.GetTimestamp();
            }
        }
    }
}
