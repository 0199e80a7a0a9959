using System.Buffers;
using System.Net;
using System.Runtime.InteropServices;
using Amazon.Runtime;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>Bytes, answers, connections and places in the quota have one owner at a time, and are let go of once, whatever is disposed or cancelled
/// when.</summary>
public class OwnershipTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task DisposeAsync_WhileCredentialsAreFetched_SendsNothingAndEndsTheOpening_Streaming()
    {
        var gate = new TaskCompletionSource<ImmutableCredentials>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var handler = new ScriptedHandler(_ => Answers.Stream());
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = new ScriptedCredentials(() => gate.Task));
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());

        Task opening = stream.OpenAsync();
        await stream.DisposeAsync();

        ObjectDisposedException e = await Assert.ThrowsAsync<ObjectDisposedException>(() => opening.WaitAsync(Bound));
        gate.SetResult(new ImmutableCredentials("KEY", TestClient.SecretKey, null));
        Assert.Contains("BedrockStream", e.ObjectName, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task DisposeAsync_WhileAHandlerHoldsTheRequest_NeverSendsForeignBytes_Streaming()
    {
        var holding = new HoldingHandler();
        using BedrockClient client = TestClient.Over(holding);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request("my own prompt"));

        Task opening = stream.OpenAsync();
        await holding.Entered.Task.WaitAsync(Bound);
        await stream.DisposeAsync();
        List<byte[]> rented = [];
        for (int i = 0; i < 64; i++)
        {
            byte[] other = ArrayPool<byte>.Shared.Rent(4096);
            "ANOTHER TENANT'S BYTES "u8.CopyTo(other);
            rented.Add(other);
        }

        holding.Go.SetResult();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => opening.WaitAsync(Bound));
        foreach (byte[] other in rented) ArrayPool<byte>.Shared.Return(other);

        Assert.DoesNotContain("ANOTHER", await holding.Sent.Task.WaitAsync(Bound), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisposeAsync_InTheBackOff_MakesNoFurtherAttempt_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Error(503, null), _ => Answers.Error(503, null), _ => Answers.Stream());
        using BedrockClient client = TestClient.Over(handler, o => (o.TimeProvider, o.Jitter) = (new StoppedTime(), () => 1));
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());

        Task opening = stream.OpenAsync();
        await handler.Entered.WaitAsync(Bound);
        await stream.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => opening.WaitAsync(Bound));
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task DisposeAsync_BeforeTheAnswer_ClosesItWhenItComesAfterAll_Streaming()
    {
        var body = new PieceStream(Frames.Chunk("""{"text":"a"}"""));
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using ScriptedHandler handler = new ScriptedHandler().ThenAsync(async (_, _) =>
        {
            await gate.Task; // does not look at the token
            return Answers.Stream(body);
        });
        var governor = new TokenGovernor(new TokenGovernorOptions { Quotas = { new TokenQuota { Models = "*", MaxConcurrency = 1 } } });
        using BedrockClient client = TestClient.Over(handler, o => o.TokenGovernor = governor);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());

        Task opening = stream.OpenAsync();
        await handler.Entered.WaitAsync(Bound);
        await stream.DisposeAsync();
        gate.SetResult();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => opening.WaitAsync(Bound));
        Assert.NotEqual(0, body.Disposals);
        Assert.Equal(0, Assert.Single(governor.GetStates()).Running);
    }

    [Fact]
    public async Task DisposeAsync_WhileAnEventIsAwaited_EndsTheReaderAndClosesOnce_Streaming()
    {
        var silent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var body = new PieceStream([.. Frames.Chunk("""{"text":"a"}"""), .. Frames.Chunk("""{"text":"b"}""")], Frames.Chunk("""{"text":"a"}""").Length)
        {
            OnRead = (read, token) => read == 1 ? Task.CompletedTask : silent.Task.WaitAsync(token),
        };
        var governor = new TokenGovernor(new TokenGovernorOptions { Quotas = { new TokenQuota { Models = "*", MaxConcurrency = 1 } } });
        using var handler = new ScriptedHandler(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler, o => o.TokenGovernor = governor);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());
        await using IAsyncEnumerator<EchoEvent> events = stream.GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());

        Task<bool> next = events.MoveNextAsync().AsTask();
        await stream.DisposeAsync();

        ObjectDisposedException e = await Assert.ThrowsAsync<ObjectDisposedException>(() => next.WaitAsync(Bound));
        Assert.Contains("BedrockStream", e.ObjectName, StringComparison.Ordinal);
        Assert.NotEqual(0, body.Disposals);
        Assert.Equal(0, Assert.Single(governor.GetStates()).Running);
    }

    [Fact]
    public async Task DisposeAsync_WhileItWaitsForItsTurn_LeavesTheQueue_Streaming()
    {
        var governor = new TokenGovernor(new TokenGovernorOptions { Quotas = { new TokenQuota { Models = "*", MaxConcurrency = 1 } } });
        using var handler = new ScriptedHandler(_ => Answers.Stream(new PieceStream(Frames.Chunk("""{"text":"a"}"""))),
            _ => Answers.Stream(Frames.Chunk("""{"last":true}""")));
        using BedrockClient client = TestClient.Over(handler, o => o.TokenGovernor = governor);
        BedrockStream<EchoEvent, EchoResponse> first = client.StreamAsync(Echo.Streaming, Echo.Request());
        await first.OpenAsync();
        BedrockStream<EchoEvent, EchoResponse> second = client.StreamAsync(Echo.Streaming, Echo.Request());

        Task opening = second.OpenAsync();
        while (governor.GetStates()[0].Waiting == 0) await Task.Yield();
        await second.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => opening.WaitAsync(Bound));
        await first.DisposeAsync();
        await client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync().WaitAsync(Bound);

        Assert.Equal((0, 0), (governor.GetStates()[0].Running, governor.GetStates()[0].Waiting));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(503)]
    public async Task InvokeAsync_ErrorAnswers_AreClosedAndTheirConnectionIsFreeAgain(int status)
    {
        var bodies = new List<PieceStream>();
        using var handler = new FloodHandler(() =>
        {
            bodies.Add(new PieceStream("""{"message":"no"}"""u8.ToArray()));
            return Answers.Of((HttpStatusCode)status, bodies[^1], "application/json");
        });
        using var own = new FreshConnectionHandler(handler, () => throw new InvalidOperationException("No fresh connection is needed."), mostConnections: 1);
        using BedrockClient client = TestClient.Over(own, o => (o.MaxAttempts, o.ConnectionWaitTimeout) = (2, TimeSpan.FromSeconds(1)));

        for (int i = 0; i < 3; i++)
        {
            var e = await Assert.ThrowsAnyAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));
            Assert.Equal(status, e.StatusCode);
        }

        Assert.Equal(status == 400 ? 3 : 6, bodies.Count);
        Assert.All(bodies, body => Assert.NotEqual(0, body.Disposals));
    }

    [Fact]
    public async Task OpenAsync_AttemptThatFailsInItsFirstFrame_ClosesItsAnswerBeforeTheNext_Streaming()
    {
        var first = new PieceStream(Frames.Exception("throttlingException", """{"message":"later"}"""));
        int closedBefore = -1;
        using var handler = new ScriptedHandler(_ => Answers.Stream(first), _ =>
        {
            closedBefore = first.Disposals;
            return Answers.Stream(Frames.Chunk("""{"text":"a","last":true}"""));
        });
        using BedrockClient client = TestClient.Over(handler);

        await client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync().WaitAsync(Bound);

        Assert.InRange(closedBefore, 1, int.MaxValue);
    }

    [Fact]
    public async Task RequestBody_DisposedWhileItIsSent_GoesBackOnlyWhenNobodySendsIt()
    {
        var buffer = new PooledBuffer();
        buffer.GetSpan(10)[..10].Fill((byte)'a');
        buffer.Advance(10);
        var body = new RequestBody(buffer);
        Assert.True(MemoryMarshal.TryGetArray(body.Bytes, out ArraySegment<byte> array));
        var network = new SlowStream();
        Task sending = body.ToContent().CopyToAsync(network);

        body.Dispose();
        byte[][] during = Rent();
        network.Go.SetResult();
        await sending;

        Assert.DoesNotContain(during, a => ReferenceEquals(a, array.Array));
        Assert.Throws<ObjectDisposedException>(() => body.Bytes);
        await Assert.ThrowsAnyAsync<Exception>(() => body.ToContent().CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task RequestBody_WriteThatFailed_IsNeverRentedOutAgain()
    {
        var buffer = new PooledBuffer();
        buffer.GetSpan(10)[..10].Fill((byte)'a');
        buffer.Advance(10);
        var body = new RequestBody(buffer);
        MemoryMarshal.TryGetArray(body.Bytes, out ArraySegment<byte> array);
        var network = new SlowStream();
        Task sending = body.ToContent().CopyToAsync(network);
        network.Go.SetException(new IOException("reset"));
        await Assert.ThrowsAnyAsync<Exception>(() => sending);

        body.Dispose();

        Assert.DoesNotContain(Rent(), a => ReferenceEquals(a, array.Array));
    }

    // Rented on the thread that would have given it back, and kept.
    private static byte[][] Rent() => [.. Enumerable.Range(0, 64).Select(_ => ArrayPool<byte>.Shared.Rent(4096))];

    private sealed class SlowStream : MemoryStream
    {
        public TaskCompletionSource Go { get; } = new();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => await Go.Task;
    }

    private sealed class HoldingHandler : HttpMessageHandler
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<string> Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpContent content = request.Content!;
            Entered.TrySetResult();
            await Go.Task;
            try
            {
                Sent.TrySetResult(await content.ReadAsStringAsync(CancellationToken.None));
            }
            catch (Exception e)
            {
                Sent.TrySetResult("nothing: " + e.GetType().Name);
            }

            return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request };
        }
    }

    /// <summary>A clock on which nothing ever comes to its end.</summary>
    private sealed class StoppedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
