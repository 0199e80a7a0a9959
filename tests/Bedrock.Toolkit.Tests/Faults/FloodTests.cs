using System.Collections.Concurrent;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>Very many calls at once. They run by themselves, because one of them measures memory.</summary>
[Collection(AloneCollection.Name)]
public class FloodTests
{
    private const int Calls = 10_000;

    [Fact]
    public async Task InvokeAsync_TenThousandAtOnce_AllFinishAndTheMemoryComesBack()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int waiting = 0;
        using var handler = new FloodHandler(() => Answers.Json("""{"text":"a"}"""), () =>
        {
            if (Interlocked.Increment(ref waiting) == Calls) started.SetResult();
            return started.Task;
        });
        using BedrockClient client = TestClient.Over(handler);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => client.InvokeAsync(Echo.Model, Echo.Request()))).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);
    }

    [Fact]
    public async Task InvokeAsync_UnderAOneThreadContext_DoesNotDeadlock()
    {
        using var handler = new FloodHandler(() => Answers.Json("""{"text":"a"}"""), () => Task.Run(Thread.Yield));
        using BedrockClient client = TestClient.Over(handler);

        // The route is known from here on: nothing of a later call has a reason to leave the thread before it waits for the answer.
        Assert.Equal("a", (await client.InvokeAsync(Echo.Model, Echo.Request())).Text);
        string?[] texts = [];
        var thread = new Thread(() =>
        {
            var context = new OneThreadContext();
            SynchronizationContext.SetSynchronizationContext(context);

            // Blocking on a call, as a user interface does that waits the wrong way: nothing inside the client needs this thread.
            Task<EchoResponse>[] blocked = [.. Enumerable.Range(0, 50).Select(_ => client.InvokeAsync(Echo.Model, Echo.Request()))];
            if (!Task.WaitAll(blocked, TimeSpan.FromSeconds(20))) return;

            Task<string?>[] awaited = [.. Enumerable.Range(0, 50).Select(_ => AskAsync())];
            context.RunUntil(Task.WhenAll(awaited));
            texts = [.. blocked.Select(b => b.Result.Text), .. awaited.Select(a => a.Result)];
        });
        thread.Start();

        Assert.True(thread.Join(TimeSpan.FromSeconds(30)));
        Assert.Equal(100, texts.Count(t => t == "a"));

        async Task<string?> AskAsync() => (await client.InvokeAsync(Echo.Model, Echo.Request())).Text;
    }

    [Fact]
    public async Task StreamAsync_TenThousandOpenedAndDropped_AreAllClosed_Streaming()
    {
        byte[] bytes = [.. Frames.Chunk("""{"text":"a"}"""), .. Frames.Chunk("""{"last":true}""")];
        var bodies = new ConcurrentQueue<PieceStream>();
        using var handler = new FloodHandler(() =>
        {
            var body = new PieceStream(bytes, bytes.Length / 2);
            bodies.Enqueue(body);
            return Answers.Stream(body);
        });
        using BedrockClient client = TestClient.Over(handler);

        await Parallel.ForAsync(0, Calls, async (i, cancellationToken) =>
        {
            BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request(), cancellationToken: cancellationToken);
            if (i % 2 == 0)
            {
                await stream.OpenAsync(cancellationToken);
                await stream.DisposeAsync();
            }
            else
            {
                await foreach (EchoEvent _ in stream) break;
            }
        });

        Assert.Equal(Calls, bodies.Count);
        Assert.All(bodies, body => Assert.NotEqual(0, body.Disposals));
    }

    /// <summary>A context whose work is done by one thread, as in a user interface.</summary>
    private sealed class OneThreadContext : SynchronizationContext
    {
        private readonly BlockingCollection<(SendOrPostCallback Work, object? State)> _work = [];

        public override void Post(SendOrPostCallback d, object? state) => _work.Add((d, state));

        public void RunUntil(Task task)
        {
            while (!task.IsCompleted)
            {
                if (_work.TryTake(out (SendOrPostCallback Work, object? State) item, TimeSpan.FromMilliseconds(50))) item.Work(item.State);
            }
        }
    }
}
