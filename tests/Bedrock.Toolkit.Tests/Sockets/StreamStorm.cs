using System.Collections.Concurrent;
using System.Diagnostics;
using Amazon.Runtime;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Sockets;

/// <summary>
/// Many callers over real sockets that open, read, leave, cancel and dispose streams, each of them from wherever it likes, and look at every byte.
/// </summary>
internal static class StreamStorm
{
    public const int Callers = 200;

    private const string OpenFiles = "/proc/self/fd";
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    /// <summary>Runs for some time, and looks at what is left over.</summary>
    public static async Task<StormReport> RunAsync(TimeSpan time, int seed)
    {
        // What a process opens once, for the first socket and the first timer, is no leak.
        await RunAsync(TimeSpan.FromMilliseconds(200), seed, new StormReport()).ConfigureAwait(false);
        var report = new StormReport();
        int filesBefore = await FewestFilesAsync(wanted: 0, looks: 20).ConfigureAwait(false);
        using var pool = new PoolWatch();
        await RunAsync(time, seed, report).ConfigureAwait(false);
        report.Descriptors = await FewestFilesAsync(filesBefore, looks: 200).ConfigureAwait(false) - filesBefore;
        report.Buffers = pool.Outstanding;
        return report;
    }

    private static async Task RunAsync(TimeSpan time, int seed, StormReport report)
    {
        var server = new StormServer();
        var governor = new TokenGovernor(new TokenGovernorOptions { Quotas = { new TokenQuota { Models = "*", MaxConcurrency = 100 } } });
        using (var client = new BedrockClient(new BedrockClientOptions
        {
            Region = "us-east-1",
            Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "the-secret-of-the-example"),
            ServiceUrl = server.Url,
            MaxConnections = 80,
            TokenGovernor = governor,
        }))
        {
            var clock = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(number => Task.Run(async () =>
            {
                var random = new Random((seed * Callers) + number);
                for (int round = 0; clock.Elapsed < time; round++)
                {
                    await OneAsync(client, $"caller-{number}-{round}", random, report).ConfigureAwait(false);
                }
            }))).WaitAsync(time + Bound).ConfigureAwait(false);
        }

        report.Slots = governor.GetStates().Sum(s => s.Running + s.Waiting);
        await server.DisposeAsync().ConfigureAwait(false);
        report.Requests = server.Requests;
        report.ForeignRequests = server.Foreign;
    }

    private static async Task OneAsync(BedrockClient client, string owner, Random random, StormReport report)
    {
        EchoRequest request = Echo.Request(StormServer.PromptOf(owner, random.Next(20, 6000)));
        int kind = random.Next(10);
        using var source = new CancellationTokenSource();
        Task elsewhere = Task.CompletedTask;
        string outcome = "read to the end";
        try
        {
            if (kind == 0)
            {
                // Beside the streams, so that their bytes have somebody to get mixed up with.
                report.Look(owner, (await client.InvokeAsync(Echo.Model, request).ConfigureAwait(false)).Text);
                outcome = "calls";
                return;
            }

            BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, request, cancellationToken: source.Token);
            elsewhere = kind switch
            {
                <= 4 => DisposeAsync(stream, random.Next(4), random.Next(30)),
                5 => CancelAsync(source, random.Next(4), random.Next(30)),
                _ => Task.CompletedTask,
            };
            int most = kind is 6 or 7 ? random.Next(1, StormServer.Events) : int.MaxValue;
            if (random.Next(2) == 0)
            {
                await stream.OpenAsync().ConfigureAwait(false);
            }

            await foreach (EchoEvent e in stream.WithCancellation(CancellationToken.None).ConfigureAwait(false))
            {
                report.Look(owner, e.Text);
                if (--most == 0)
                {
                    outcome = "left early";
                    break;
                }
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or OperationCanceledException)
        {
            outcome = e is ObjectDisposedException ? "disposed from elsewhere" : "cancelled";
        }
#pragma warning disable CA1031 // It goes into the report, and what is not expected fails the run.
        catch (Exception e)
#pragma warning restore CA1031
        {
            outcome = e is BedrockServiceException { StatusCode: 503 } ? "refused" : "SURPRISE " + e;
        }
        finally
        {
            await elsewhere.ConfigureAwait(false);
            report.Outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
        }
    }

    private static async Task DisposeAsync(BedrockStream<EchoEvent, EchoResponse> stream, int yields, int milliseconds)
    {
        await AnyTimeAsync(yields, milliseconds).ConfigureAwait(false);
        await stream.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task CancelAsync(CancellationTokenSource source, int yields, int milliseconds)
    {
        await AnyTimeAsync(yields, milliseconds).ConfigureAwait(false);
        await source.CancelAsync().ConfigureAwait(false);
    }

    // Half of them at once, in the middle of the opening.
    private static async Task AnyTimeAsync(int yields, int milliseconds)
    {
        for (int i = 0; i < yields; i++)
        {
            await Task.Yield();
        }

        if (milliseconds > 15)
        {
            await Task.Delay(milliseconds - 15).ConfigureAwait(false); // while it is read
        }
    }

    // .NET keeps the assembly open that it loads some time in between.
    private static bool IsOurs(FileSystemInfo descriptor) =>
        descriptor.LinkTarget is { } target && !target.EndsWith(".dll", StringComparison.Ordinal) && !target.EndsWith(".pdb", StringComparison.Ordinal);

    /// <summary>Open files of the process, once connections that are going have gone; 0 where the system does not say.</summary>
    private static async Task<int> FewestFilesAsync(int wanted, int looks)
    {
        int fewest = int.MaxValue;
        for (int look = 0; look < looks && fewest > wanted; look++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(50).ConfigureAwait(false); // closing is the system's work
            fewest = Math.Min(fewest, Directory.Exists(OpenFiles) ? new DirectoryInfo(OpenFiles).GetFileSystemInfos().Count(IsOurs) : 0);
        }

        return fewest;
    }
}

/// <summary>What came of a storm. Thread-safe while it runs.</summary>
internal sealed class StormReport
{
    private long _events;
    private long _foreignEvents;

    public ConcurrentDictionary<string, long> Outcomes { get; } = new(StringComparer.Ordinal);

    public long Requests { get; set; }

    /// <summary>Requests that held somebody else's bytes.</summary>
    public long ForeignRequests { get; set; }

    public long Events => Interlocked.Read(ref _events);

    /// <summary>Events and answers that were somebody else's.</summary>
    public long ForeignEvents => Interlocked.Read(ref _foreignEvents);

    /// <summary>Places of the governor that nobody gave back.</summary>
    public int Slots { get; set; }

    /// <summary>Files and sockets more than before.</summary>
    public int Descriptors { get; set; }

    /// <summary>Arrays of the shared pools that did not come back.</summary>
    public long Buffers { get; set; }

    public IEnumerable<string> Surprises => Outcomes.Keys.Where(o => o.StartsWith("SURPRISE", StringComparison.Ordinal));

    public void Look(string owner, string? text)
    {
        Interlocked.Increment(ref _events);
        if (text != owner)
        {
            Interlocked.Increment(ref _foreignEvents);
        }
    }

    public override string ToString() =>
        $"{Requests} requests ({ForeignRequests} with foreign bytes), {Events} events and answers ({ForeignEvents} foreign); left over: {Slots} places of the governor, "
        + $"{Descriptors} descriptors, {Buffers} pooled arrays\n"
            + string.Join("\n", Outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Value,9} {o.Key}"));
}
