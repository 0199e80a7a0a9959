using System.Diagnostics;
using System.Globalization;

namespace Bedrock.Toolkit.Benchmarks.Soak;

/// <summary>What the process holds after everything that can be collected was.</summary>
/// <param name="ManagedBytes">Live objects.</param>
/// <param name="WorkingSet">Memory that the system counts for the process.</param>
/// <param name="OpenFiles">Files and sockets; 0 where the system does not say.</param>
/// <param name="Threads">Threads of the pool.</param>
internal readonly record struct SoakMemory(long ManagedBytes, long WorkingSet, int OpenFiles, int Threads)
{
    private const double Mebi = 1024 * 1024;
    private const string OpenFilesFolder = "/proc/self/fd";

    /// <summary>Looks, after a moment in which aborted requests can end.</summary>
    public static async Task<SoakMemory> MeasureAsync(TimeSpan quiet)
    {
        await Task.Delay(quiet).ConfigureAwait(false);
        for (int i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        int files = Directory.Exists(OpenFilesFolder) ? Directory.GetFileSystemEntries(OpenFilesFolder).Length : 0;
        return new SoakMemory(GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64, files, ThreadPool.ThreadCount);
    }

    /// <summary>One line of the report.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{ManagedBytes / Mebi:F1} MiB managed, {WorkingSet / Mebi:F0} MiB working set, {OpenFiles} open files and sockets, {Threads} pool threads");
}
