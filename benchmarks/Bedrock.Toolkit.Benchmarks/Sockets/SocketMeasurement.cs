using Bedrock.Toolkit.Tests.Sockets;

namespace Bedrock.Toolkit.Benchmarks.Sockets;

/// <summary>Runs for any time what the tests run for two seconds: callers that open, read, leave, cancel and dispose streams over real sockets.</summary>
internal static class SocketMeasurement
{
    // A write that failed in its middle gives up its array on purpose.
    private const double DoubtfulShare = 0.001;

    /// <summary>Runs; the result is the exit code of the process.</summary>
    /// <param name="time">How long.</param>
    /// <param name="seed">Of what the callers do; when they do it is up to the machine.</param>
    /// <param name="output">Where the report goes.</param>
    public static async Task<int> RunAsync(TimeSpan time, int seed, TextWriter output)
    {
        StormReport report = await StreamStorm.RunAsync(time, seed).ConfigureAwait(false);
        await output.WriteLineAsync($"{StreamStorm.Callers} callers for {time}: {report}").ConfigureAwait(false);
        bool isWell = report is { ForeignRequests: 0, ForeignEvents: 0, Slots: 0, Descriptors: <= 0 }
            && !report.Surprises.Any() && report.Buffers <= 20 + (report.Requests * DoubtfulShare);
        await output.WriteLineAsync(isWell ? "ok: nothing mixed up, nothing left over" : "FAILED").ConfigureAwait(false);
        return isWell ? 0 : 1;
    }
}
