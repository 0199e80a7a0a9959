using System.Collections.Concurrent;
using System.Globalization;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>Makes one call of a history, does to it what the history says, and notes what may not be.</summary>
internal sealed class SimulatedCaller(
    BedrockClient client, SimulatedService service, VirtualTime time, SimulatedCall plan, int number, ConcurrentQueue<string> broken, SecretWatch watch)
{
    private const int Items = 12;

    // What ends a call acts at once; only what waits in the same moment comes before.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(50);

    public async Task RunAsync(Func<bool> clientIsDisposed)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(plan.At), time).ConfigureAwait(false);
        TimeSpan start = time.Elapsed;
        int generation = service.Generation;
        TimeSpan wall = time.GetUtcNow() - time.TrueTime;
        using var source = new CancellationTokenSource();
        if (plan.CancelAfter > 0)
        {
            _ = CancelAsync(source);
        }

        string? text = null;
        Exception? failure = null;
        try
        {
            text = await CallAsync(source.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e;
        }

        service.End(number);
        bool isQuiet = generation == service.Generation && wall == time.GetUtcNow() - time.TrueTime;
        Judge(text, failure, source, time.Elapsed - start, isQuiet, clientIsDisposed());
    }

    private async Task CancelAsync(CancellationTokenSource source)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(plan.CancelAfter), time).ConfigureAwait(false);
        try
        {
            await source.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // The call has ended before.
        }
    }

    private InvokeOptions Options() => new()
    {
        MaxAttempts = plan.MaxAttempts > 0 ? plan.MaxAttempts : null,
        OverallTimeout = plan.Overall > 0 ? TimeSpan.FromMilliseconds(plan.Overall) : null,
        Headers = { [SimulatedService.CallHeader] = number.ToString(CultureInfo.InvariantCulture) },
    };

    private async Task<string?> CallAsync(CancellationToken token)
    {
        switch (plan.Kind)
        {
            case CallKind.Unary:
                return (await client.InvokeAsync(Echo.Model, Echo.Request(SimulatedService.PromptOf(number)), Options(), token).ConfigureAwait(false)).Text;
            case CallKind.EmbedMany:
                return await EmbedAsync(token).ConfigureAwait(false);
            default:
                BedrockStream<EchoEvent, EchoResponse> stream =
                    client.StreamAsync(Echo.Streaming, Echo.Request(SimulatedService.PromptOf(number)), Options(), token);
                if (plan.DisposeAfter > 0)
                {
                    _ = DisposeAsync(stream);
                }

                if (plan.Kind == CallKind.OpenThenEnumerate)
                {
                    await stream.OpenAsync(CancellationToken.None).ConfigureAwait(false);
                }

                return (await stream.ToResponseAsync(CancellationToken.None).ConfigureAwait(false)).Text;
        }
    }

    private async Task DisposeAsync(BedrockStream<EchoEvent, EchoResponse> stream)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(plan.DisposeAfter), time).ConfigureAwait(false);
        await stream.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<string?> EmbedAsync(CancellationToken token)
    {
        var checkpoint = new CrashingCheckpoint(plan.CrashAt);
        Dictionary<string, int> delivered = [];
        bool crashed;
        do
        {
            crashed = false;
            try
            {
                var options = new EmbeddingPipelineOptions<string>
                {
                    Key = static item => item, Checkpoint = checkpoint, InvokeOptions = Options(), TimeProvider = time, MaxConcurrency = 4, RetryFailed = true,
                };
                await foreach (EmbeddedItem<string> item in client.EmbedManyAsync(
                    TitanModels.EmbedTextV2, Enumerable.Range(0, Items).Select(i => $"item {i}").ToAsyncEnumerable(), options, token).ConfigureAwait(false))
                {
                    if (delivered.TryGetValue(item.Item, out int before) && !item.IsRedelivery && before > 0)
                    {
                        broken.Enqueue($"{item.Item} of call {number} was delivered twice without a word");
                    }

                    delivered[item.Item] = item.Error is null ? 1 : 0;
                    if (item.Error is null && item.Vector.Span[0] != int.Parse(item.Item.Split(' ')[1], CultureInfo.InvariantCulture))
                    {
                        broken.Enqueue($"{item.Item} of call {number} has the vector of another item");
                    }
                }
            }
            catch (CrashException)
            {
                crashed = true;
            }
        }
        while (crashed);
        if (delivered.Count != Items)
        {
            broken.Enqueue($"{delivered.Count} of {Items} items of call {number} came out");
        }

        return SimulatedService.AnswerOf(number);
    }

    private void Judge(string? text, Exception? failure, CancellationTokenSource source, TimeSpan took, bool isQuiet, bool clientIsDisposed)
    {
        watch.Read($"the exception of call {number}", failure?.ToString());
        int attempts = plan.MaxAttempts > 0 ? plan.MaxAttempts : client.Transport.Options.MaxAttempts;
        bool mayFail = !MustSucceed(attempts) || plan.Overall > 0 || !isQuiet;
        string? fault = failure switch
        {
            null => text == SimulatedService.AnswerOf(number) ? null : $"gave '{text}'",
            OperationCanceledException e =>
                plan.CancelAfter > 0 && source.IsCancellationRequested && e.CancellationToken == source.Token ? null
                : "was cancelled by nobody, or not under its token",
            ObjectDisposedException => plan.DisposeAfter > 0 || clientIsDisposed ? null : $"was disposed by nobody: {failure.Message}",
            BedrockException => mayFail ? null : $"failed for no reason: {failure.GetType().Name}: {failure.Message}",
            _ => $"failed with {failure}",
        };
        if (fault is not null)
        {
            broken.Enqueue($"call {number} {fault}");
        }

        // Another identity and another time come on top, once each; a refused signature is for its time when the clock has jumped, which the
        // service does not know.
        int requests = service.RequestsOf(number);
        int atAnotherTime = plan.Faults.Contains(Fault.QuotesTheCaller) ? 1 : 0;
        if (plan.Kind != CallKind.EmbedMany && requests > attempts + atAnotherTime)
        {
            broken.Enqueue($"call {number} made {requests} requests in {attempts} attempts");
        }

        Bound("its overall limit", plan.Overall, took, plan.Kind != CallKind.EmbedMany);
        Bound("its cancellation", plan.CancelAfter, took, isBound: true);
        Bound("its disposal", plan.DisposeAfter, took, isBound: true);
    }

    /// <summary>Whether the faults leave it a way: fewer that pass than attempts, and none that stays.</summary>
    private bool MustSucceed(int attempts)
    {
        if (plan.Kind == CallKind.EmbedMany)
        {
            return plan.Faults.All(f => f == Fault.None);
        }

        bool isStream = plan.Kind != CallKind.Unary;
        int passing = 0;
        foreach (Fault fault in plan.Faults)
        {
            bool? passes = fault switch
            {
                Fault.Status503 or Fault.Throttled or Fault.HtmlWithAWrongDate or Fault.NoAnswer or Fault.HandlerGivesUp or Fault.ErrorWithStatus200 or Fault.DrippingError => true,
                Fault.FirstFrameIsAnError => isStream,
                Fault.Truncated => isStream ? null : true,
                Fault.None or Fault.ByteByByte => false,
                Fault.UnknownFrames or Fault.SilenceAfterTheEnd or Fault.GarbageAfterTheEnd => false,
                _ => null,
            };
            if (passes is not { } mayPass)
            {
                return false;
            }

            // All of them count: which of its requests meets which depends on what was refused before.
            passing += mayPass ? 1 : 0;
        }

        // With one attempt a refused identity or time is a failure, too; the history says nothing of those before the call.
        return attempts > 1 && passing < attempts;
    }

    private void Bound(string what, int limit, TimeSpan took, bool isBound)
    {
        if (limit > 0 && isBound && took > TimeSpan.FromMilliseconds(limit) + Slack)
        {
            broken.Enqueue(string.Create(CultureInfo.InvariantCulture, $"call {number} went on for {took.TotalMilliseconds - limit:0} ms after {what}"));
        }
    }
}
