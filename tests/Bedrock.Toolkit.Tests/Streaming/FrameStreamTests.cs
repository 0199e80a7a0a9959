using Bedrock.Toolkit.EventStreams;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Streaming;

/// <summary>What each kind of frame does to a stream.</summary>
public class FrameStreamTests
{
    private static readonly byte[] A = Frames.Chunk("""{"text":"a"}""");
    private static readonly byte[] End = Frames.Chunk("""{"text":"z","last":true}""");

    [Theory]
    [InlineData("throttlingException", typeof(BedrockThrottlingException), "ThrottlingException", 429, true)]
    [InlineData("modelStreamErrorException", typeof(BedrockModelException), "ModelStreamErrorException", 424, false)]
    [InlineData("modelTimeoutException", typeof(BedrockModelException), "ModelTimeoutException", 408, false)]
    [InlineData("validationException", typeof(BedrockValidationException), "ValidationException", 400, false)]
    [InlineData("internalServerException", typeof(BedrockServiceException), "InternalServerException", 500, true)]
    [InlineData("serviceUnavailableException", typeof(BedrockServiceException), "ServiceUnavailableException", 503, true)]
    [InlineData("somethingNewException", typeof(BedrockServiceException), "SomethingNewException", 0, false)]
    public async Task Enumerate_ExceptionFrame_IsTheSameErrorAsOverHttp_Streaming(string name, Type type, string code, int status, bool transient)
    {
        (List<EchoEvent> events, BedrockException e) =
            await FailAsync(A, Frames.Exception(name, """{"message":"the wording","originalStatusCode":500}"""), End);

        Assert.Single(events);
        Assert.IsType(type, e);
        var service = (BedrockServiceException)e;
        Assert.Equal(code, service.ErrorCode!.Value.Value);
        Assert.Equal(status, service.StatusCode);
        Assert.Equal(transient, e.IsTransient);
        Assert.Equal(1, e.EventsDelivered);
        Assert.Equal(Answers.RequestId, e.RequestId);
        Assert.Equal(Echo.Id, e.ModelId);
        Assert.Equal("InvokeModelWithResponseStream", e.Operation);
        Assert.Equal(1, e.Attempts);
        Assert.Contains("the wording", e.Message, StringComparison.Ordinal);
        if (e is BedrockModelException model) Assert.Equal(500, model.OriginalStatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    public async Task Enumerate_ExceptionFrameWithoutMessage_StillIsTheError_Streaming(string payload)
    {
        (_, BedrockException e) = await FailAsync(Frames.Exception("throttlingException", payload));

        Assert.IsType<BedrockThrottlingException>(e);
        Assert.Equal(0, e.EventsDelivered);
    }

    [Fact]
    public async Task Enumerate_ExceptionFrameWithoutType_IsAServiceError_Streaming()
    {
        (_, BedrockException e) = await FailAsync(Frames.Of("""{"message":"x"}""", (":message-type", "exception")));

        Assert.Null(Assert.IsType<BedrockServiceException>(e).ErrorCode);
    }

    [Fact]
    public async Task Enumerate_ExceptionFrameWithAHugePayload_IsReadBounded_Streaming()
    {
        (_, BedrockException e) = await FailAsync(Frames.Exception("validationException", "{\"message\":\"" + new string('x', 100_000) + "\"}"));

        Assert.True(Assert.IsType<BedrockValidationException>(e).Message.Length < 500);
    }

    [Fact]
    public async Task Enumerate_ErrorFrame_IsAServiceErrorWithCodeAndMessage_Streaming()
    {
        (_, BedrockException e) =
            await FailAsync(A, Frames.Of("", (":message-type", "error"), (":error-code", "SomethingBad"), (":error-message", "the wording")));

        Assert.Equal("SomethingBad", Assert.IsType<BedrockServiceException>(e).ErrorCode!.Value.Value);
        Assert.Contains("the wording", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, e.EventsDelivered);
    }

    [Fact]
    public async Task Enumerate_ErrorFrameWithoutAnything_IsAServiceError_Streaming()
    {
        (_, BedrockException e) = await FailAsync(Frames.Of("", (":message-type", "error")));

        Assert.IsType<BedrockServiceException>(e);
        Assert.DoesNotContain("HTTP 0", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enumerate_FrameWithoutMessageType_IsAProtocolError_Streaming()
    {
        (List<EchoEvent> events, BedrockException e) = await FailAsync(A, Frames.Of("{}", (":event-type", "chunk")));

        Assert.Single(events);
        Assert.IsType<BedrockProtocolException>(e);
        Assert.Equal(1, e.EventsDelivered);
        Assert.Equal(Answers.RequestId, e.RequestId);
    }

    [Fact]
    public async Task Enumerate_OddMessageType_IsAProtocolError_Streaming()
    {
        Assert.IsType<BedrockProtocolException>((await FailAsync(Frames.Of("{}", (":message-type", "telegram"), (":event-type", "chunk")))).Error);
        byte[] noText = EventStreamEncoder.Encode(new EventStreamMessage([EventStreamHeader.FromInt32(":message-type", 1)]));
        Assert.IsType<BedrockProtocolException>((await FailAsync(noText)).Error);
    }

    [Fact]
    public async Task Enumerate_EventWithoutEventType_IsAProtocolError_Streaming() =>
        Assert.IsType<BedrockProtocolException>((await FailAsync(Frames.Of("{}", (":message-type", "event")))).Error);

    [Fact]
    public async Task Enumerate_UnknownEventTypes_AreSkippedAndCounted_Streaming()
    {
        byte[] unknown = Frames.Of("not even json", (":message-type", "event"), (":event-type", "hologram"));
        using var handler = new ScriptedHandler(_ => Answers.Stream(unknown, A, unknown, End, unknown));
        using BedrockClient client = TestClient.Over(handler);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());

        List<EchoEvent> events = await TestClient.ToListAsync(stream);

        Assert.Equal(["a", "z"], events.Select(e => e.Text));
        Assert.Equal(3, stream.Metadata!.SkippedEvents);
        Assert.Equal(Answers.RequestId, stream.Metadata.RequestId);
        Assert.Equal("application/vnd.amazon.eventstream", stream.Metadata.Headers["content-type"]);
    }

    [Fact]
    public async Task Enumerate_MetricsOfTheLastChunk_BecomeMetadata_Streaming()
    {
        byte[] last = Frames.Chunk(
            """{"last":true,"amazon-bedrock-invocationMetrics":{"inputTokenCount":11.0,"outputTokenCount":22,"invocationLatency":333,"firstByteLatency":4,"cacheReadInputTokenCount":5,"new":1}}""");
        byte[] unknown = Frames.Of("{}", (":message-type", "event"), (":event-type", "hologram"));
        using var handler = new ScriptedHandler(_ => Answers.Stream(unknown, A, last, unknown));
        using BedrockClient client = TestClient.Over(handler);

        EchoResponse response = await client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync();

        Assert.Equal("a", response.Text);
        Assert.Equal((11, 22, 5, null),
            (response.Metadata!.InputTokens, response.Metadata.OutputTokens, response.Metadata.CacheReadInputTokens, response.Metadata.CacheWriteInputTokens));
        Assert.Equal(TimeSpan.FromMilliseconds(333), response.Metadata.Latency);
        Assert.Equal(2, response.Metadata.SkippedEvents);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html")]
    [InlineData(null)]
    public async Task OpenAsync_OtherContentType_IsAProtocolErrorWithStatusAndType_Streaming(string? type)
    {
        using var handler = new ScriptedHandler(_ => Answers.Of(System.Net.HttpStatusCode.OK, "{}"u8.ToArray(), type));
        using BedrockClient client = TestClient.Over(handler);

        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).OpenAsync());

        Assert.Contains("200", e.Message, StringComparison.Ordinal);
        Assert.Contains(type ?? "(none)", e.Message, StringComparison.Ordinal);
        Assert.Equal(Answers.RequestId, e.RequestId);
    }

    [Fact]
    public async Task Enumerate_WrongChecksum_DeliversNothingOfThatFrame_Streaming()
    {
        byte[] bad = [.. A];
        bad[^6] ^= 1;

        (List<EchoEvent> events, BedrockException e) = await FailAsync(A, bad, End);

        Assert.Single(events);
        Assert.IsType<BedrockProtocolException>(e);
        Assert.Equal(1, e.EventsDelivered);
    }

    private static async Task<(List<EchoEvent> Events, BedrockException Error)> FailAsync(params byte[][] frames)
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(frames));
        using BedrockClient client = TestClient.Over(handler, o => o.MaxAttempts = 1);
        List<EchoEvent> events = [];
        BedrockException e = await Assert.ThrowsAnyAsync<BedrockException>(async () =>
        {
            await foreach (EchoEvent streamEvent in client.StreamAsync(Echo.Streaming, Echo.Request())) events.Add(streamEvent);
        });
        return (events, e);
    }
}
