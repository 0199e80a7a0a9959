using Bedrock.Toolkit.EventStreams;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Streaming;

/// <summary>The contract of a stream.</summary>
public partial class BedrockStreamTests
{
    private static readonly byte[] A = Frames.Chunk("""{"text":"a"}""");
    private static readonly byte[] B = Frames.Chunk("""{"text":"b"}""");
    private static readonly byte[] End = Frames.Chunk("""{"text":"z","last":true}""");

    [Fact]
    public async Task Enumerate_LeftEarly_ClosesTheConnection_Streaming()
    {
        var body = new PieceStream([.. A, .. B, .. End], A.Length);
        using var handler = new ScriptedHandler(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler);

        await foreach (EchoEvent _ in client.StreamAsync(Echo.Streaming, Echo.Request())) break;

        Assert.NotEqual(0, body.Disposals);
        Assert.Equal(1, body.Reads);
    }

    [Fact]
    public async Task DisposeAsync_OpenedButNotEnumerated_ClosesTheConnection_Streaming()
    {
        var body = new PieceStream([.. A, .. End]);
        using var handler = new ScriptedHandler(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());
        await stream.OpenAsync();

        await stream.DisposeAsync();
        await stream.DisposeAsync();

        Assert.NotEqual(0, body.Disposals);
        Assert.Throws<ObjectDisposedException>(() => stream.GetAsyncEnumerator());
    }

    [Fact]
    public async Task DisposeAsync_EnumeratorThatNeverMoved_ClosesTheConnection_Streaming()
    {
        var body = new PieceStream([.. A, .. End]);
        using var handler = new ScriptedHandler(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());
        await stream.OpenAsync();

        await stream.GetAsyncEnumerator().DisposeAsync();

        Assert.NotEqual(0, body.Disposals);
    }

    [Fact]
    public async Task DisposeAsync_Unopened_SendsNothing_Streaming()
    {
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());

        await stream.DisposeAsync();
        await stream.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.OpenAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.ToResponseAsync());
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task Enumerate_AFrameComplete_IsHandedOverInThatRead_Streaming()
    {
        var body = new PieceStream([.. A, .. B, .. End], A.Length, B.Length - 1, 1, End.Length);
        using var handler = new ScriptedHandler(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler);
        List<int> readsAtEvents = [];

        await foreach (EchoEvent _ in client.StreamAsync(Echo.Streaming, Echo.Request())) readsAtEvents.Add(body.Reads);

        Assert.Equal([1, 3, 4], readsAtEvents);
    }

    [Fact]
    public async Task Enumerate_SplitAtEveryByte_GivesTheSameEvents_Streaming()
    {
        byte[] bytes = [.. A, .. Frames.Of("{}", (":message-type", "event"), (":event-type", "new")), .. B, .. End];
        for (int split = 1; split < bytes.Length; split++)
        {
            var body = new PieceStream(bytes, split, int.MaxValue) { AnswersLater = split % 2 == 0 };
            using var handler = new ScriptedHandler(_ => Answers.Stream(body));
            using BedrockClient client = TestClient.Over(handler);

            EchoResponse response = await client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync();

            Assert.Equal("abz", response.Text);
            Assert.Equal(1, response.Metadata!.SkippedEvents);
        }
    }

    [Fact]
    public async Task Enumerate_CutAtEveryByte_IsIncompleteUnlessTheEndMarkWasIn_Streaming()
    {
        byte[] bytes = [.. A, .. End, .. B];
        for (int length = 0; length <= bytes.Length; length++)
        {
            using var handler = new ScriptedHandler(_ => Answers.Stream(bytes[..length]));
            using BedrockClient client = TestClient.Over(handler, o => o.MaxAttempts = 1);
            List<EchoEvent> events = [];

            Exception? e = await Record.ExceptionAsync(async () =>
            {
                await foreach (EchoEvent streamEvent in client.StreamAsync(Echo.Streaming, Echo.Request())) events.Add(streamEvent);
            });

            int whole = (length >= A.Length ? 1 : 0) + (length >= A.Length + End.Length ? 1 : 0) + (length >= bytes.Length ? 1 : 0);
            Assert.Equal(whole, events.Count);
            if (whole < 2)
            {
                var incomplete = Assert.IsType<BedrockIncompleteStreamException>(e);
                Assert.Equal(whole, incomplete.EventsDelivered);
                Assert.Equal(Answers.RequestId, incomplete.RequestId);
                Assert.True(incomplete.IsTransient);
            }
            else
            {
                Assert.Null(e);
            }
        }
    }

    [Fact]
    public async Task Enumerate_BrokenConnection_KeepsTheCause_Streaming()
    {
        var reset = new IOException("reset");
        var body = new PieceStream([.. A, .. B], A.Length) { OnRead = (read, _) => read == 2 ? Task.FromException(reset) : Task.CompletedTask };
        using var handler = new ScriptedHandler(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler);

        BedrockIncompleteStreamException e =
            await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync());

        Assert.Same(reset, e.InnerException);
        Assert.Equal(1, e.EventsDelivered);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task Enumerate_BrokenConnectionAfterTheEndMark_IsComplete_Streaming()
    {
        var body = new PieceStream([.. A, .. End], A.Length, End.Length) { OnRead = (read, _) => read == 3 ? Task.FromException(new IOException("reset"))
            : Task.CompletedTask };
        using var handler = new ScriptedHandler(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler);

        Assert.Equal("az", (await client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync()).Text);
    }

    [Theory]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{"inputTokenCount":1}}""", true)]
    [InlineData("""{"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{"guardrail":{}}}""", true)]
    [InlineData("""{"amazon-bedrock-guardrailAction":"INTERVENED"}""", true)] // blocked, without a trace
    [InlineData("""{"amazon-bedrock-guardrailAction":"NONE","amazon-bedrock-trace":{"guardrail":{}}}""", false)]
    [InlineData("""{"amazon-bedrock-guardrailAction":"NONE"}""", false)]
    public async Task Enumerate_MarksOfTheService_EndAStreamToo_Streaming(string last, bool complete)
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(A, Frames.Chunk(last)));
        using BedrockClient client = TestClient.Over(handler);

        Exception? e = await Record.ExceptionAsync(() => client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync());

        Assert.Equal(complete, e is null);
        if (!complete) Assert.IsType<BedrockIncompleteStreamException>(e);
    }

    [Fact]
    public async Task Enumerate_MaskedAndCutBetweenFrames_IsIncomplete_Streaming()
    {
        byte[] masked = Frames.Chunk("""{"text":"{NAME}","amazon-bedrock-guardrailAction":"INTERVENED"}""");
        using var handler = new ScriptedHandler(_ => Answers.Stream(masked, masked));
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync());
    }

    [Fact]
    public async Task Enumerate_BlockedAndThenReset_IsIncomplete_Streaming()
    {
        byte[] blocked = Frames.Chunk("""{"text":"no","amazon-bedrock-guardrailAction":"INTERVENED"}""");
        var body = new PieceStream([.. A, .. blocked], A.Length, blocked.Length) { OnRead = (read, _) => read == 3
            ? Task.FromException(new IOException("reset")) : Task.CompletedTask };
        using var handler = new ScriptedHandler(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync());
    }

    [Fact]
    public async Task Enumerate_TokenOfTheCall_CancelsWithThatToken_Streaming()
    {
        using var source = new CancellationTokenSource();
        (Task<EchoResponse> reading, Task silent) = await StartSilentStream(source.Token, CancellationToken.None);
        await silent;
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading)).CancellationToken);
    }

    [Fact]
    public async Task Enumerate_TokenOfTheEnumeration_CancelsWithThatToken_Streaming()
    {
        using var ofCall = new CancellationTokenSource();
        using var source = new CancellationTokenSource();
        (Task<EchoResponse> reading, Task silent) = await StartSilentStream(ofCall.Token, source.Token);
        await silent;
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading)).CancellationToken);
    }

    [Fact]
    public async Task Enumerate_TokenOfTheCallBesideAnother_CancelsWithThatToken_Streaming()
    {
        using var ofCall = new CancellationTokenSource();
        using var source = new CancellationTokenSource();
        (Task<EchoResponse> reading, Task silent) = await StartSilentStream(ofCall.Token, source.Token);
        await silent;
        await ofCall.CancelAsync();

        Assert.Equal(ofCall.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading)).CancellationToken);
    }

    [Fact]
    public async Task Enumerate_CancelledBetweenEvents_StopsBeforeTheNext_Streaming()
    {
        using var source = new CancellationTokenSource();
        using var handler = new ScriptedHandler(_ => Answers.Stream(A, B, End));
        using BedrockClient client = TestClient.Over(handler);
        List<EchoEvent> events = [];

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (EchoEvent streamEvent in client.StreamAsync(Echo.Streaming, Echo.Request()).WithCancellation(source.Token))
            {
                events.Add(streamEvent);
                await source.CancelAsync();
            }
        });

        Assert.Single(events);
        Assert.Equal(source.Token, e.CancellationToken);
    }

    [Fact]
    public async Task OpenAsync_ItsTokenCancelledLater_DoesNotTouchTheStream_Streaming()
    {
        using var opening = new CancellationTokenSource();
        using var handler = new ScriptedHandler(_ => Answers.Stream(new PieceStream([.. A, .. B, .. End], A.Length)));
        using BedrockClient client = TestClient.Over(handler);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());

        await stream.OpenAsync(opening.Token);
        await opening.CancelAsync();

        Assert.Equal("abz", (await stream.ToResponseAsync()).Text);
    }

    [Fact]
    public async Task StreamRawAsync_Frames_ComeAsTheyAre_Streaming()
    {
        byte[] unknown = Frames.Of("bytes", (":message-type", "event"), (":event-type", "hologram"));
        using var handler = new ScriptedHandler(_ => Answers.Stream(A, unknown));
        using BedrockClient client = TestClient.Over(handler);

        List<EventStreamMessage> messages =
            await TestClient.ToListAsync(client.StreamRawAsync(BedrockRawRequest.InvokeModelWithResponseStream(Echo.Id, "{}"u8.ToArray())));

        Assert.Equal(["chunk", "hologram"], messages.Select(m => m.FindString(":event-type")));
        Assert.Equal("bytes"u8.ToArray(), messages[1].Payload.ToArray());
        Assert.Equal("application/json", handler.Sent[0].Header("X-Amzn-Bedrock-Accept"));
    }

    [Fact]
    public async Task StreamRawAsync_ErrorFrameOrBrokenConnection_IsThrown_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(A, Frames.Exception("throttlingException", "{}")), _ => Answers.Stream(A, A[..10]));
        using BedrockClient client = TestClient.Over(handler);
        BedrockRawRequest request = BedrockRawRequest.InvokeModelWithResponseStream(Echo.Id, "{}"u8.ToArray());

        Assert.Equal(1, (await Assert.ThrowsAsync<BedrockThrottlingException>(() => TestClient.ToListAsync(client.StreamRawAsync(request)))).EventsDelivered);
        Assert.Equal(1, (await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => TestClient.ToListAsync(client.StreamRawAsync(request))))
            .EventsDelivered);
    }

    [Fact]
    public async Task From_Events_FollowsTheSameContract_Streaming()
    {
        BedrockStream<EchoEvent, EchoResponse> stream =
            BedrockStream.From(Echo.Streaming, [new EchoEvent { Text = "a" }, new EchoEvent { Text = "z", IsLast = true }]);

        EchoResponse response = await stream.ToResponseAsync();

        Assert.Equal("az", response.Text);
        Assert.Null(stream.Metadata);
        Assert.Throws<InvalidOperationException>(() => stream.GetAsyncEnumerator());
    }

    [Fact]
    public async Task From_EventsWithoutEndMark_IsIncomplete_Streaming()
    {
        BedrockStream<EchoEvent, EchoResponse> stream = BedrockStream.From(Echo.Streaming, [new EchoEvent { Text = "a" }]);

        Assert.Equal(1, (await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => stream.ToResponseAsync())).EventsDelivered);
    }

    [Fact]
    public async Task From_SequenceThatThrows_PassesItOnAndIsDisposed_Streaming()
    {
        bool disposed = false;
        BedrockStream<EchoEvent, EchoResponse> stream = BedrockStream.From(Echo.Streaming, Events());
        await using IAsyncEnumerator<EchoEvent> events = stream.GetAsyncEnumerator();

        Assert.True(await events.MoveNextAsync());
        BedrockThrottlingException e = await Assert.ThrowsAsync<BedrockThrottlingException>(async () => await events.MoveNextAsync());

        Assert.Equal(1, e.EventsDelivered);
        Assert.True(disposed);

        async IAsyncEnumerable<EchoEvent> Events()
        {
            try
            {
                yield return new EchoEvent { Text = "a" };
                await Task.Yield();
                throw new BedrockThrottlingException("x");
            }
            finally
            {
                disposed = true;
            }
        }
    }

    private static async Task<(Task<EchoResponse> Reading, Task Silent)> StartSilentStream(CancellationToken ofCall, CancellationToken ofEnumeration)
    {
        var silent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var body = new PieceStream([.. A, .. B], A.Length)
        {
            OnRead = async (read, cancellationToken) =>
            {
                if (read < 2) return;

                Task silence = Task.Delay(Timeout.Infinite, cancellationToken);
                silent.TrySetResult();
                await silence;
            },
        };
        BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(body)));
        await Task.Yield();
        return (client.StreamAsync(Echo.Streaming, Echo.Request(), cancellationToken: ofCall).ToResponseAsync(ofEnumeration), silent.Task);
    }
}
