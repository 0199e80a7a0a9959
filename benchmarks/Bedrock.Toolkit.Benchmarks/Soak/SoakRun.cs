using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Benchmarks.Soak;

/// <summary>
/// Many callers with calls, streams and faults for a given time, against the server of the testing package in this very process. Fails when
/// memory grows, when an exception comes that no caller should see, or when work is left over.
/// </summary>
internal static class SoakRun
{
    private const int Callers = 32;

    // What remains after a full collection moves by this much between two looks at the same load.
    private const long NoiseBytes = 6 * 1024 * 1024;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    /// <summary>Runs; the result is the exit code of the process.</summary>
    /// <param name="time">How long, beside the warm-up.</param>
    /// <param name="output">Where the report goes.</param>
    public static async Task<int> RunAsync(TimeSpan time, TextWriter output)
    {
        int unobserved = 0;
        TaskScheduler.UnobservedTaskException += (_, _) => Interlocked.Increment(ref unobserved);
        BedrockServer server = await BedrockServer.StartAsync().ConfigureAwait(false);
        await using ConfiguredAsyncDisposable closing = server.ConfigureAwait(false);
        SoakModels.SetUp(server);
        using BedrockClient client = server.CreateClient();

        await LoadAsync(client, server, WarmUp, new SoakTally()).ConfigureAwait(false);
        SoakMemory start = await SoakMemory.MeasureAsync(Quiet).ConfigureAwait(false);
        var tally = new SoakTally();
        var clock = Stopwatch.StartNew();
        await LoadAsync(client, server, time, tally).ConfigureAwait(false);
        clock.Stop();
        SoakMemory end = await SoakMemory.MeasureAsync(Quiet).ConfigureAwait(false);

        await tally.WriteAsync(output, clock.Elapsed).ConfigureAwait(false);
        await output.WriteLineAsync($"memory at the start: {start}").ConfigureAwait(false);
        await output.WriteLineAsync($"memory at the end:   {end}").ConfigureAwait(false);
        List<string> faults = [.. Faults(start, end, tally, unobserved)];
        foreach (string fault in faults)
        {
            await output.WriteLineAsync("FAILED " + fault).ConfigureAwait(false);
        }

        await output.WriteLineAsync(faults.Count == 0 ? "ok: no growth, no surprise" : "the soak failed").ConfigureAwait(false);
        return faults.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Faults(SoakMemory start, SoakMemory end, SoakTally tally, int unobserved)
    {
        long growth = end.ManagedBytes - start.ManagedBytes;
        if (growth > NoiseBytes)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"the managed heap grew by {growth / 1024.0 / 1024.0:F1} MiB");
        }

        if (end.OpenFiles > start.OpenFiles + (2 * Callers))
        {
            yield return $"{end.OpenFiles - start.OpenFiles} files and sockets more are open than before";
        }

        if (tally.Surprises > 0)
        {
            yield return $"{tally.Surprises} exceptions that no caller should see";
        }

        if (tally.Successes == 0)
        {
            yield return "no call succeeded";
        }

        if (unobserved > 0)
        {
            yield return $"{unobserved} exceptions that nobody observed";
        }
    }

    private static async Task LoadAsync(BedrockClient client, BedrockServer server, TimeSpan time, SoakTally tally)
    {
        using var end = new CancellationTokenSource(time);
        Task forgetting = ForgetCallsAsync(server, end.Token);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(number => Task.Run(() => new SoakCaller(client, number, tally).RunAsync(end.Token))))
            .ConfigureAwait(false);
        await forgetting.ConfigureAwait(false);
    }

    /// <summary>The server keeps what it received, for tests to look at; here that would be the growth.</summary>
    private static async Task ForgetCallsAsync(BedrockServer server, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                server.Engine.Log.Clear();
            }
        }
        catch (OperationCanceledException)
        {
            server.Engine.Log.Clear();
        }
    }
}
