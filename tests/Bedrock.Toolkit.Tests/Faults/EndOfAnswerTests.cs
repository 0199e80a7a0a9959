using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Streaming;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>What happens at the edges of an answer: after its end mark, in error bodies, under a wrong status, among too many connections, in
/// handlers.</summary>
public class EndOfAnswerTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);
    private static readonly byte[] Text = Frames.Chunk("""{"text":"whole"}""");
    private static readonly byte[] End = Frames.Chunk("""{"last":true}""");

    [Fact]
    public async Task ToResponseAsync_SilenceAfterTheEndMark_IsASuccessWithinSeconds_Streaming()
    {
        var time = new FakeTimeProvider();
        var silent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var body = new PieceStream([.. Text, .. End], int.MaxValue)
        {
            OnRead = (read, token) =>
            {
                if (read == 1) return Task.CompletedTask;
                silent.TrySetResult();
                return Task.Delay(Timeout.Infinite, token);
            },
        };
        using var handler = new ScriptedHandler(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler, o => o.TimeProvider = time);

        Task<EchoResponse> reading = client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync();
        await silent.Task.WaitAsync(Bound);
        time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal("whole", (await reading.WaitAsync(Bound)).Text);
        Assert.NotEqual(0, body.Disposals);
    }

    [Fact]
    public async Task ToResponseAsync_GarbageAfterTheEndMark_TakesNothingAway_Streaming()
    {
        byte[] wrong = Frames.Chunk("""{"text":"x"}""");
        wrong[^1] ^= 1;
        using var handler = new ScriptedHandler(
            _ => Answers.Stream(Text, End, wrong), _ => Answers.Stream(Text, End, [1, 2, 3]), _ =>
                Answers.Stream(Text, End, Frames.Exception("throttlingException", "{}")), _ => Answers.Stream(Text, End, Frames.Chunk("[]")));
        using BedrockClient client = TestClient.Over(handler);

        for (int i = 0; i < 4; i++) Assert.Equal("whole", (await client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync()).Text);
    }

    [Fact]
    public async Task Enumerate_CancelledAfterTheEndMark_IsStillACancellation_Streaming()
    {
        using var source = new CancellationTokenSource();
        var body = new PieceStream([.. Text, .. End], int.MaxValue) { OnRead = (read, token) => read == 1 ? Task.CompletedTask
            : Task.Delay(Timeout.Infinite, token) };
        using var handler = new ScriptedHandler(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler);
        await using IAsyncEnumerator<EchoEvent> events = client.StreamAsync(Echo.Streaming, Echo.Request(), cancellationToken: source.Token)
            .GetAsyncEnumerator();
        await events.MoveNextAsync();
        await events.MoveNextAsync();

        Task<bool> next = events.MoveNextAsync().AsTask();
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(Bound))).CancellationToken);
    }

    [Fact]
    public async Task InvokeAsync_ErrorBodyThatDrips_IsReadForSecondsInAll()
    {
        var time = new FakeTimeProvider();
        var body = new PieceStream(new byte[1000], 1) { OnRead = (_, token) => Task.Delay(TimeSpan.FromSeconds(1), time, token) };
        using var handler = new ScriptedHandler(_ => Answers.Of(HttpStatusCode.InternalServerError, body, "application/json"));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.TimeProvider = time;
            o.MaxAttempts = 1;
            o.StreamIdleTimeout = TimeSpan.FromHours(12);   // so that nothing else ends the reading
        });

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request());
        await handler.Entered;
        long start = TimeProvider.System.GetTimestamp();
        while (!call.IsCompleted && TimeProvider.System.GetElapsedTime(start) < Bound)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(() => call.WaitAsync(Bound));
        Assert.Equal(500, e.StatusCode);
        Assert.InRange(body.Reads, 0, 10);
    }

    [Fact]
    public async Task InvokeAsync_ErrorUnderTheStatusOfASuccess_IsAnError()
    {
        using var handler = new ScriptedHandler(
            _ => Answers.Json("""{"message":"slow down"}""", ("x-amzn-ErrorType", "ThrottlingException")),
            _ => Answers.Json("""{"__type":"com.amazon#ThrottlingException","message":"slow down"}"""),
            _ => Answers.Json("""{"message":"Too Many Requests"}"""),
            _ => Answers.Json("""{"text":"a","message":"of its own"}"""));
        using BedrockClient client = TestClient.Over(handler, o => o.MaxAttempts = 1);

        await Assert.ThrowsAsync<BedrockThrottlingException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
        await Assert.ThrowsAsync<BedrockProtocolException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains("ThrottlingException", e.Message, StringComparison.Ordinal);
        Assert.Equal("a", (await client.InvokeAsync(Echo.Model, Echo.Request())).Text);
    }

    [Fact]
    public async Task OpenAsync_ErrorTypeOnAStreamWithStatus200_IsThatError_Streaming()
    {
        using var handler = new ScriptedHandler(
            _ => Answers.Of(HttpStatusCode.OK, "{}"u8.ToArray(), "application/vnd.amazon.eventstream", ("x-amzn-ErrorType", "ValidationException")));
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<BedrockValidationException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).OpenAsync());
    }

    [Fact]
    public async Task InvokeAsync_AllConnectionsInUse_SaysSoWithinItsOwnLimit()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.BeginStreamAsync();
            await connection.ChunkAsync(Text);
            await connection.WaitForCloseAsync();
        });
        using BedrockClient client = server.CreateClient(o =>
        {
            o.MaxConnections = 2;
            o.ConnectionWaitTimeout = TimeSpan.FromMilliseconds(200);
        });
        BedrockStream<EchoEvent, EchoResponse>[] open =
            [client.StreamAsync(Echo.Streaming, Echo.Request()), client.StreamAsync(Echo.Streaming, Echo.Request())];
        foreach (BedrockStream<EchoEvent, EchoResponse> stream in open) await stream.OpenAsync().WaitAsync(Bound);

        BedrockTimeoutException e =
            await Assert.ThrowsAsync<BedrockTimeoutException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).OpenAsync().WaitAsync(Bound));
        await open[0].DisposeAsync();
        await using BedrockStream<EchoEvent, EchoResponse> third = client.StreamAsync(Echo.Streaming, Echo.Request());
        await third.OpenAsync().WaitAsync(Bound);
        await open[1].DisposeAsync();

        Assert.Equal(BedrockTimeoutKind.Connection, e.Kind);
        Assert.Contains("MaxConnections", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, e.Attempts);
    }

    public static TheoryData<Exception, bool> HandlerExceptions => new()
    {
        { new TimeoutException("x"), true },
        { new SocketException((int)SocketError.ConnectionReset), true },
        { new AuthenticationException("x"), false },
        { new InvalidOperationException("x"), false },
        { new TaskCanceledException("x"), true },
    };

    [Theory]
    [MemberData(nameof(HandlerExceptions))]
    public async Task InvokeAsync_HandlerThrows_IsAConnectionErrorWithTheCause(Exception cause, bool isTransient)
    {
        using var handler = new ScriptedHandler(_ => throw cause);
        using BedrockClient client = TestClient.Over(handler, o => o.MaxAttempts = 1);

        BedrockConnectionException e = await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Same(cause, e.InnerException);
        Assert.Equal(isTransient, e.IsTransient);
        Assert.Equal("InvokeModel", e.Operation);
    }

    [Fact]
    public async Task AnyCall_MissingFileOrAssembly_PassesThroughAsItIs()
    {
        var broken = new PieceStream(Text, int.MaxValue) { OnRead = (read, _) => throw new FileLoadException("missing.dll") };
        using var handler = new ScriptedHandler(_ => throw new FileNotFoundException("missing.dll"), _ => Answers.Stream(broken));
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<FileNotFoundException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
        await Assert.ThrowsAsync<FileLoadException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).OpenAsync());

        Assert.Equal(2, handler.Sent.Count);
    }

    [Theory]
    [InlineData(304, "304")]
    [InlineData(307, "redirect")]
    [InlineData(101, "switching protocols")]
    public async Task InvokeAsync_StatusThatIsNoAnswer_IsToldAsWhatItIs(int status, string words)
    {
        using var handler = new ScriptedHandler(_ => Answers.Of((HttpStatusCode)status, [], null));
        using BedrockClient client = TestClient.Over(handler);

        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains(words, e.Message, StringComparison.Ordinal);
        Assert.Equal(status == 307, e.Message.Contains("redirect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task InvokeAsync_EndlessAnswer_IsRefusedAtFiftyMillionBytes()
    {
        using var handler = new ScriptedHandler(_ => Answers.Of(HttpStatusCode.OK, new EndlessStream(), "application/json"));
        using BedrockClient client = TestClient.Over(handler);

        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains("50000000", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enumerate_OnlyUnknownFrames_EndsSomeTime_Streaming()
    {
        byte[] unknown = Frames.Of("{}", (":event-type", "later"), (":content-type", "application/json"), (":message-type", "event"));
        using var handler = new ScriptedHandler(_ => Answers.Stream(new EndlessStream(unknown)));
        using BedrockClient client = TestClient.Over(handler);

        BedrockProtocolException e =
            await Assert.ThrowsAsync<BedrockProtocolException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync());

        Assert.Contains("in a row", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FrameStream_SecondAttempt_ClosesTheReaderOfTheFirst_Streaming()
    {
        var first = new PieceStream(Frames.Exception("throttlingException", "{}"));
        var second = new PieceStream(Text);
        var call = new TwoAttempts(first, second);
        await using var frames = new FrameStream(call);

        await frames.OpenAsync(CancellationToken.None);

        Assert.Equal(1, call.FirstDisposals);
    }

    [Fact]
    public async Task EmbedManyAsync_ServiceQuotaExceeded_EndsTheRun()
    {
        var service = new EmbeddingService { Before = (_, _, _) => Task.FromResult<HttpResponseMessage?>(Answers.Error(400, "ServiceQuotaExceededException")) };
        using BedrockClient client = service.Client();
        int items = 0;

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(async () =>
        {
            await foreach (EmbeddedItem<string> item in client.EmbedManyAsync(TitanModels.EmbedTextV2, Enumerable.Range(0, 20).Select(i => $"item {i}")
                .ToAsyncEnumerable())) items++;
        });

        Assert.Equal("ServiceQuotaExceededException", e.ErrorCode?.Value);
        Assert.Equal(0, items);
    }

    [Fact]
    public async Task EmbedAsync_HalfOfASurrogatePair_IsRefusedByName()
    {
        using BedrockClient client = new EmbeddingService().Client();

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.EmbedAsync(TitanModels.EmbedTextV2, ["item 1", "item \ud83d"]));

        Assert.Contains("Item 1 holds half of a surrogate pair", e.Message, StringComparison.Ordinal);
    }

    private sealed class EndlessStream(byte[]? piece = null) : MemoryStream
    {
        private int _at;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (piece is null)
            {
                buffer.Span.Fill((byte)' ');
                return ValueTask.FromResult(buffer.Length);
            }

            int count = Math.Min(buffer.Length, piece.Length - _at);
            piece.AsMemory(_at, count).CopyTo(buffer);
            _at = (_at + count) % piece.Length;
            return ValueTask.FromResult(count);
        }
    }

    /// <summary>A call whose first attempt fails in its first frame.</summary>
    private sealed class TwoAttempts(PieceStream first, PieceStream second) : IStreamingCall
    {
        public int FirstDisposals { get; private set; }

        public Bedrock.Toolkit.Errors.CallFacts Facts => new("Test", null, null, 1, null, null);

        public BedrockResponseMetadata? Metadata => null;

        public async Task OpenAsync(Func<Stream, CancellationToken, Task> begin, CancellationToken cancellationToken)
        {
            await Assert.ThrowsAsync<BedrockThrottlingException>(() => begin(first, cancellationToken));
            await begin(second, cancellationToken);
            FirstDisposals = first.Disposals;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
