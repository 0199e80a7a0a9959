using System.Net;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>Time limits and cancellation.</summary>
public class TimeLimitTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public async Task InvokeAsync_NoAnswer_IsTheFirstByteLimit()
    {
        using ScriptedHandler handler = new ScriptedHandler().ThenSilence();
        using BedrockClient client = Client(handler, o => o.FirstByteTimeout = TimeSpan.FromMinutes(2));

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request());
        await handler.Entered;
        _time.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromMilliseconds(1));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => call);
        Assert.Equal(BedrockTimeoutKind.FirstByte, e.Kind);
        Assert.Equal(TimeSpan.FromMinutes(2), e.Limit);
        Assert.Contains("FirstByteTimeout", e.Message, StringComparison.Ordinal);
        Assert.Equal("InvokeModel", e.Operation);
        Assert.True(e.IsTransient);
    }

    [Fact]
    public async Task InvokeAsync_LimitOfTheCall_WinsOverTheClients()
    {
        using ScriptedHandler handler = new ScriptedHandler().ThenSilence();
        using BedrockClient client = Client(handler, o => o.FirstByteTimeout = TimeSpan.FromMinutes(2));

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request(), new InvokeOptions { FirstByteTimeout = TimeSpan.FromSeconds(3) });
        await handler.Entered;
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(3), (await Assert.ThrowsAsync<BedrockTimeoutException>(() => call)).Limit);
    }

    [Fact]
    public async Task InvokeAsync_AnswerFallsSilent_IsTheIdleLimit()
    {
        var silent = new SilentStream("{\"text\":"u8.ToArray(), silentFrom: 3);
        using var handler = new ScriptedHandler(_ => Answers.Of(HttpStatusCode.OK, silent.Stream, "application/json"));
        using BedrockClient client = Client(handler, o => o.StreamIdleTimeout = TimeSpan.FromMinutes(1));

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request());
        await silent.FellSilent;
        _time.Advance(TimeSpan.FromMinutes(1));

        BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => call);
        Assert.Equal(BedrockTimeoutKind.Idle, e.Kind);
        Assert.Equal(TimeSpan.FromMinutes(1), e.Limit);
        Assert.Equal(Answers.RequestId, e.RequestId);
    }

    [Fact]
    public async Task Enumerate_StreamFallsSilent_IsTheIdleLimitAfterWhatWasDelivered_Streaming()
    {
        byte[] frame = Frames.Chunk("""{"text":"a"}""");
        var silent = new SilentStream([.. frame, .. frame[..20]], silentFrom: 3, frame.Length, 20);
        using var handler = new ScriptedHandler(_ => Answers.Stream(silent.Stream));
        using BedrockClient client = Client(handler, o => o.StreamIdleTimeout = TimeSpan.FromMinutes(1));
        await using IAsyncEnumerator<EchoEvent> events = client.StreamAsync(Echo.Streaming, Echo.Request()).GetAsyncEnumerator();

        Assert.True(await events.MoveNextAsync());
        // While the caller works on an event nobody waits for the server: this time does not count.
        _time.Advance(TimeSpan.FromMinutes(50));
        Task<bool> next = events.MoveNextAsync().AsTask();
        await silent.FellSilent;
        _time.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromMilliseconds(1));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => next);
        Assert.Equal(BedrockTimeoutKind.Idle, e.Kind);
        Assert.Equal(1, e.EventsDelivered);
        Assert.NotEqual(0, silent.Stream.Disposals);
    }

    [Fact]
    public async Task InvokeAsync_OverallLimit_CoversTheWaitForHeaders()
    {
        using ScriptedHandler handler = new ScriptedHandler().ThenSilence();
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.TimeProvider = _time;
            o.OverallTimeout = TimeSpan.FromSeconds(30);
        });

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request());
        await handler.Entered;
        _time.Advance(TimeSpan.FromSeconds(30));

        BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => call);
        Assert.Equal(BedrockTimeoutKind.Overall, e.Kind);
        Assert.Equal(TimeSpan.FromSeconds(30), e.Limit);
        Assert.False(e.IsTransient);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task Enumerate_OverallLimit_CoversTheWholeStream_Streaming()
    {
        byte[] frame = Frames.Chunk("""{"text":"a"}""");
        var silent = new SilentStream([.. frame, .. frame], silentFrom: 2, frame.Length);
        using var handler = new ScriptedHandler(_ => Answers.Stream(silent.Stream));
        using BedrockClient client = Client(handler, o => o.OverallTimeout = TimeSpan.FromSeconds(30));
        await using IAsyncEnumerator<EchoEvent> events = client.StreamAsync(Echo.Streaming, Echo.Request()).GetAsyncEnumerator();

        Assert.True(await events.MoveNextAsync());
        _time.Advance(TimeSpan.FromSeconds(20));
        Task<bool> next = events.MoveNextAsync().AsTask();
        await silent.FellSilent;
        _time.Advance(TimeSpan.FromSeconds(10));

        BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => next);
        Assert.Equal(BedrockTimeoutKind.Overall, e.Kind);
        Assert.Equal(1, e.EventsDelivered);
    }

    [Fact]
    public async Task InvokeAsync_NoTimeLeftForTheBackOff_GivesTheErrorInHand()
    {
        using var handler = new ScriptedHandler(_ =>
        {
            _time.Advance(TimeSpan.FromSeconds(28));
            return Answers.Error(503, null, "x", ("x-amz-retry-after", "4000"));
        });
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.TimeProvider = _time;
            o.OverallTimeout = TimeSpan.FromSeconds(30);
        });

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(503, e.StatusCode);
    }

    [Fact]
    public async Task InvokeAsync_ConnectLimit_IsToldWithItsLength()
    {
        using var handler = new ScriptedHandler(_ => throw new TaskCanceledException("x", new TimeoutException("x")));
        using BedrockClient client = Client(handler, o => o.ConnectTimeout = TimeSpan.FromSeconds(7));

        BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(BedrockTimeoutKind.Connect, e.Kind);
        Assert.Equal(TimeSpan.FromSeconds(7), e.Limit);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task InvokeAsync_LimitThatIsNotPositive_IsRefused(int seconds)
    {
        using BedrockClient client = Client(new ScriptedHandler(), _ => { });
        TimeSpan limit = TimeSpan.FromSeconds(seconds);

        foreach (InvokeOptions options in new[] { new InvokeOptions { FirstByteTimeout = limit }, new InvokeOptions { StreamIdleTimeout = limit },
            new InvokeOptions { OverallTimeout = limit } })
        {
            await Assert.ThrowsAsync<ArgumentException>("options", () => client.InvokeAsync(Echo.Model, Echo.Request(), options));
        }
    }

    [Fact]
    public async Task InvokeAsync_CancelledBefore_GivesATaskThatIsCancelled()
    {
        using var handler = new ScriptedHandler();
        using BedrockClient client = Client(handler, _ => { });

        Task call = client.InvokeAsync(Echo.Model, Echo.Request(), cancellationToken: new CancellationToken(canceled: true));

        Assert.True(await call.ContinueWith(static done => done.IsCanceled, TaskScheduler.Default));
    }

    [Fact]
    public async Task InvokeAsync_CancelledBefore_SendsNothing()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        using var handler = new ScriptedHandler();
        using BedrockClient client = Client(handler, _ => { });

        OperationCanceledException e =
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.InvokeAsync(Echo.Model, Echo.Request(), cancellationToken: source.Token));
        OperationCanceledException raw =
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.SendRawAsync(BedrockRawRequest.InvokeModel(Echo.Id, default), cancellationToken: source.Token));
        OperationCanceledException streamed = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.StreamAsync(Echo.Streaming, Echo.Request(), cancellationToken: source.Token).OpenAsync());

        Assert.All([e, raw, streamed], x => Assert.Equal(source.Token, x.CancellationToken));
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_CancelledWhileWaiting_HasTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        using ScriptedHandler handler = new ScriptedHandler().ThenSilence();
        using BedrockClient client = TestClient.Over(handler, o => o.TimeProvider = _time);

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request(), cancellationToken: source.Token);
        await handler.Entered;
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_CancelledWhileTheAnswerIsRead_HasTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        var silent = new SilentStream("{"u8.ToArray(), silentFrom: 2);
        using var handler = new ScriptedHandler(_ => Answers.Of(HttpStatusCode.OK, silent.Stream, "application/json"));
        using BedrockClient client = Client(handler, _ => { });

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request(), cancellationToken: source.Token);
        await silent.FellSilent;
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task InvokeAsync_CancelledWhileAnErrorIsRead_HasTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        var silent = new SilentStream("{"u8.ToArray(), silentFrom: 2);
        using var handler = new ScriptedHandler(_ => Answers.Of(HttpStatusCode.ServiceUnavailable, silent.Stream, "application/json"));
        using BedrockClient client = TestClient.Over(handler, o => o.TimeProvider = _time);

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request(), cancellationToken: source.Token);
        await silent.FellSilent;
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_CancelledInTheBackOff_HasTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        using var handler = new ScriptedHandler(_ => Answers.Error(503, null, "x", ("x-amz-retry-after", "5000")));
        using BedrockClient client = TestClient.Over(handler, o => o.TimeProvider = _time);

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request(), cancellationToken: source.Token);
        await handler.Entered;
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_CancellationAndLimitAtOnce_IsTheCancellation()
    {
        using var source = new CancellationTokenSource();
        using ScriptedHandler handler = new ScriptedHandler().ThenAsync(async (_, cancellationToken) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                await source.CancelAsync();
            }

            throw new InvalidOperationException("Not reached.");
        });
        using BedrockClient client = Client(handler, o => o.FirstByteTimeout = TimeSpan.FromSeconds(1));

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request(), cancellationToken: source.Token);
        await handler.Entered;
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    private BedrockClient Client(HttpMessageHandler handler, Action<BedrockClientOptions> configure) => TestClient.Over(handler, o =>
    {
        o.TimeProvider = _time;
        o.MaxAttempts = 1;
        configure(o);
    });

    /// <summary>A body that stops to arrive at a certain read.</summary>
    private sealed class SilentStream
    {
        private readonly TaskCompletionSource _fellSilent = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SilentStream(byte[] bytes, int silentFrom, params int[] pieces) => Stream = new PieceStream(bytes, pieces.Length == 0 ? [1] : pieces)
        {
            OnRead = async (read, cancellationToken) =>
            {
                if (read < silentFrom) return;

                Task silence = Task.Delay(Timeout.Infinite, cancellationToken);
                _fellSilent.TrySetResult();
                await silence;
            },
        };

        public PieceStream Stream { get; }

        public Task FellSilent => _fellSilent.Task;
    }
}
