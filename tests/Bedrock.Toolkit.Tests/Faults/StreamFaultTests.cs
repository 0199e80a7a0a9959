using System.Diagnostics;
using System.Net;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>Ends of streams, cancellation, and what clients share.</summary>
[Collection(AloneCollection.Name)]
public class StreamFaultTests
{
    private static readonly byte[] A = Frames.Chunk("""{"text":"a"}""");
    private static readonly byte[] End = Frames.Chunk("""{"text":"z","last":true}""");

    [Fact]
    public async Task ToResponseAsync_EndMarkWithoutCounts_IsComplete_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(
            Frames.Chunk("""{"type":"message_start","message":{"id":"m","type":"message","role":"assistant","model":"c","content":[]}}"""),
            Frames.Chunk("""{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"""),
            Frames.Chunk($$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"{{{TraceLog.SecretAnswer}}}"}}"""),
            Frames.Chunk("""{"type":"content_block_stop","index":0}"""),
            Frames.Chunk("""{"type":"message_stop"}""")));
        using BedrockClient client = TestClient.Over(handler);
        BedrockStream<ClaudeStreamEvent, ClaudeResponse> stream = client.StreamAsync(ClaudeModels.Sonnet45, ClaudeRequest.For(Echo.Prompt, maxTokens: 5));

        ClaudeResponse response = await stream.ToResponseAsync();

        Assert.Equal(TraceLog.SecretAnswer, response.Text);
        Assert.Null(stream.Metadata!.InputTokens);
        Assert.Null(response.StopReason);
    }

    [Fact]
    public async Task Enumerate_EventsAfterTheEndMark_AreDelivered_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(A, End, A, A));
        using BedrockClient client = TestClient.Over(handler);

        Assert.Equal("azaa", (await client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync()).Text);
    }

    public static TheoryData<string> States => ["before", "signing", "headers", "back-off", "first frame", "between events", "reading", "after dispose"];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Cancel_InEveryState_IsPromptAndClosesTheBody_Streaming(string state)
    {
        using var source = new CancellationTokenSource();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int silentFrom = state == "first frame" ? 1 : 2;
        var body = new PieceStream([.. A, .. A, .. End], A.Length)
        {
            OnRead = (read, token) =>
            {
                if (read < silentFrom || state is "between events" or "after dispose") return Task.CompletedTask;

                Task silence = Task.Delay(Timeout.Infinite, token);
                reached.TrySetResult();
                return silence;
            },
        };
        using var handler = new ScriptedHandler();
        if (state == "headers") handler.ThenSilence();
        else if (state == "back-off") handler.Then(_ => Answers.Error(429, "ThrottlingException"));
        else handler.Then(_ => Answers.Stream(body));
        var credentials = new ScriptedCredentials(() =>
        {
            if (state != "signing") return Task.FromResult(new Amazon.Runtime.ImmutableCredentials("A", TestClient.SecretKey, null));

            reached.TrySetResult();
            return new TaskCompletionSource<Amazon.Runtime.ImmutableCredentials>().Task;
        });
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.Credentials = credentials;
            o.ThrottlingDelayFloor = TimeSpan.FromMinutes(5);
        });
        if (state is "before") await source.CancelAsync();
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request(), cancellationToken: source.Token);

        Task reading = Task.Run(async () =>
        {
            await foreach (EchoEvent _ in stream)
            {
                if (state == "between events")
                {
                    reached.TrySetResult();
                    await source.CancelAsync();
                }

                if (state == "after dispose") break;
            }
        });
        if (state is "headers" or "back-off") await handler.Entered;
        else if (state is "signing" or "first frame" or "between events" or "reading") await reached.Task;
        else if (state == "after dispose") await reading;
        long start = Stopwatch.GetTimestamp();
        await source.CancelAsync();

        if (state == "after dispose")
        {
            await reading;
            await stream.DisposeAsync();
        }
        else
        {
            Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading)).CancellationToken);
        }

        // A tenth of it on a machine that has nothing else to do.
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange(handler.Sent.Count, 0, 1);
        if (state is "first frame" or "between events" or "reading" or "after dispose") Assert.NotEqual(0, body.Disposals);
    }

    [Fact]
    public async Task TwoClients_RetriesOfOne_LeaveTheOtherItsTokens()
    {
        using var down = new FloodHandler(() => Answers.Error(503, null, "x", ("Date", "Fri, 02 Jan 2026 03:24:05 GMT")));
        using var up = new ScriptedHandler(_ => Answers.Error(503, null), _ => Answers.Json("{}"));
        using BedrockClient first = TestClient.Over(down);
        using BedrockClient second = TestClient.Over(up);
        for (int i = 0; i < 20; i++) await Assert.ThrowsAsync<BedrockServiceException>(() => first.InvokeAsync(Echo.Model, Echo.Request()));

        await second.InvokeAsync(Echo.Model, Echo.Request());

        Assert.InRange(first.Transport.Retry.Bucket.Tokens, 0, 13);
        Assert.Equal(500, second.Transport.Retry.Bucket.Tokens);
        Assert.All(up.Sent, s => Assert.Equal("20260102T030405Z", s.Header("x-amz-date")));
    }

    [Fact]
    public async Task InvokeAsync_SilentErrorBody_StillIsTheErrorAndEndsByTheIdleLimit()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var silent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var body = new PieceStream("{"u8.ToArray(), 1)
        {
            OnRead = (read, token) =>
            {
                if (read < 2) return Task.CompletedTask;

                Task silence = Task.Delay(Timeout.Infinite, token);
                silent.TrySetResult();
                return silence;
            },
        };
        using var handler = new ScriptedHandler(
            _ => Answers.Of(HttpStatusCode.Forbidden, body, "application/json", ("x-amzn-errortype", "AccessDeniedException")));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.TimeProvider = time;
            o.StreamIdleTimeout = TimeSpan.FromSeconds(10);
        });

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request());
        await silent.Task;
        time.Advance(TimeSpan.FromSeconds(10));

        BedrockAccessDeniedException e = await Assert.ThrowsAsync<BedrockAccessDeniedException>(() => call);
        Assert.Equal(403, e.StatusCode);
    }
}
