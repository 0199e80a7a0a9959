using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Amazon.Runtime;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Streaming;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>What a call and an event of a stream allocate, a little above what was measured.</summary>
[Collection(AloneCollection.Name)] // A listener of another test would have every call observed.
public sealed class CallAllocationTests
{
    // The compiler looks a second time at what runs often, a tenth of a second later: what it makes first allocates more.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private static readonly string Text = new('x', 70);
    private static readonly string Delta = $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"{{{Text}}}"}}""";

    // A text of 70 characters has 168 bytes, the event 48.
    [Fact]
    public void Read_PieceOfText_AllocatesTheEventAndItsText()
    {
        byte[] payload = Encoding.UTF8.GetBytes($$"""{"bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Delta))}}","p":"abcdefgh"}""");
        void Read() => ChunkPayload.Read(payload, ClaudeModels.Haiku45.EventTypeInfo, ClaudeModels.Haiku45.ReadUsual);

        Assert.InRange(LeastOf(Read), 1, 216);
    }

    [Fact]
    public void TryAdd_PieceOfText_AllocatesNothing()
    {
        byte[] json = Encoding.UTF8.GetBytes(Delta);
        var fold = new ClaudeStreamFold();
        fold.Add(new ClaudeContentBlockDeltaEvent { Delta = new ClaudeTextDelta { Text = Text } });

        Assert.Equal(0, LeastOf(() => Assert.True(fold.TryAdd(json))));
    }

    // Beside the signature's own text of 74 characters what the headers of HttpRequestMessage take for three values.
    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 700)]
    public void Apply_UsualRequest_AllocatesTheSignatureAndItsHeader(bool inParts, int most)
    {
        var signer = new SigV4Signer("us-east-1", "bedrock");
        var keys = new ImmutableCredentials(TestClient.AccessKey, TestClient.SecretKey, null);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("https://bedrock-runtime.us-east-1.amazonaws.com/model/a/invoke"))
        {
            Content = new ByteArrayContent("{}"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("amz-sdk-invocation-id", Guid.Empty.ToString());
        request.Headers.TryAddWithoutValidation("amz-sdk-request", "attempt=1; max=3");
        byte[] body = new byte[4096];
        void Sign() => signer.Apply(request, keys, body, DateTimeOffset.UnixEpoch, inParts);

        Assert.InRange(LeastOf(Sign), 1, most);
    }

    [Fact]
    public void Create_CallWithoutOptions_AllocatesTheCallOnly()
    {
        ClaudeRequest request = Request();
        var options = new BedrockClientOptions();
        void Create() => ApiCalls.Create(ClaudeModels.Haiku45.ToCall(request), "application/json", options, null).Body.Dispose();

        Assert.InRange(LeastOf(Create), 1, 530);
    }

#if !DEBUG // In a debug build the state of every async method is an object, whether it waits or not.
    // The answer itself, its HTTP message and the request's are 2,600 of it.
    [Fact]
    public async Task InvokeAsync_Call_AllocatesLittleBesideItsMessages()
    {
        byte[] json = Encoding.UTF8.GetBytes(
            $$$"""{"id":"msg","type":"message","role":"assistant","content":[{"type":"text","text":"{{{Text}}}"}]"""
            + ""","stop_reason":"end_turn","usage":{"input_tokens":1,"output_tokens":2}}""");
        using var handler = new ReadyHandler("application/json", json);
        using BedrockClient client = Client(handler);
        ClaudeRequest request = Request();
        for (long began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < WarmUp;) await client.InvokeAsync(ClaudeModels.Haiku45, request);

        long least = long.MaxValue;
        for (int round = 0; round < 20; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            await client.InvokeAsync(ClaudeModels.Haiku45, request);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 1, 4_050);
    }

    [Fact]
    public async Task StreamAsync_Event_AllocatesTheEventAndItsText()
    {
        long few = await LeastOfStreamAsync(200, async stream =>
        {
            await foreach (ClaudeStreamEvent streamEvent in stream) Assert.NotNull(streamEvent);
        });
        long many = await LeastOfStreamAsync(400, async stream =>
        {
            await foreach (ClaudeStreamEvent streamEvent in stream) Assert.NotNull(streamEvent);
        });

        Assert.InRange((many - few) / 200, 1, 216);
    }

    // Of the text of the whole answer, a piece has 140 bytes.
    [Fact]
    public async Task ToResponseAsync_Event_AllocatesItsPartOfTheAnswer()
    {
        long few = await LeastOfStreamAsync(200, stream => stream.ToResponseAsync());
        long many = await LeastOfStreamAsync(400, stream => stream.ToResponseAsync());

        Assert.InRange((many - few) / 200, 1, 145);
    }

    private static async Task<long> LeastOfStreamAsync(int events, Func<BedrockStream<ClaudeStreamEvent, ClaudeResponse>, Task> read)
    {
        byte[] delta = Frames.Chunk(Delta);
        byte[] body =
        [
            .. Frames.Chunk("""{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"""),
            .. Enumerable.Repeat(delta, events).SelectMany(frame => frame),
            .. Frames.Chunk("""{"type":"message_stop"}"""),
        ];
        StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> model = ClaudeModels.Haiku45;
        long least = long.MaxValue;
        for (int round = 0; round < 20; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            var source = new FrameEventSource<ClaudeStreamEvent>(
                new ReadyCall(body), new ChunkFrameReader<ClaudeStreamEvent>(model.EventTypeInfo, model.ReadUsual));
            await read(new BedrockStream<ClaudeStreamEvent, ClaudeResponse>(source, model.IsEnd, model.CreateFold, CancellationToken.None));
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static BedrockClient Client(HttpMessageHandler handler) => TestClient.Over(handler, options =>
    {
        options.TimeProvider = TimeProvider.System;
        options.LoggerFactory = null;
    });
#endif

    private static ClaudeRequest Request() => new() { MaxTokens = 100, Messages = [ClaudeMessage.User("x")] };

    private static long LeastOf(Action action)
    {
        for (long began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < WarmUp;) action();

        long least = long.MaxValue;
        for (int round = 0; round < 20; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

#if !DEBUG
    /// <summary>An open stream that nobody observes, whatever other tests listen to.</summary>
    private sealed class ReadyCall(byte[] body) : IStreamingCall
    {
        public Bedrock.Toolkit.Errors.CallFacts Facts => new("Test", null, null, 1, null, null);

        public BedrockResponseMetadata? Metadata => null;

        public Task OpenAsync(Func<Stream, CancellationToken, Task> begin, CancellationToken cancellationToken) =>
            begin(new MemoryStream(body), cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>Answers at once, and always the same.</summary>
    private sealed class ReadyHandler(string contentType, byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
#endif
}
