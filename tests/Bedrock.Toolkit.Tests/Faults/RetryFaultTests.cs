using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>When a service fails, and how often it is asked again.</summary>
public class RetryFaultTests
{
    [Fact]
    public async Task InvokeAsync_ServiceDownForAThousandCalls_SpendsTheBucketAndThenFailsFast()
    {
        const int Calls = 1000;
        int sent = 0;
        using var handler = new FloodHandler(() =>
        {
            Interlocked.Increment(ref sent);
            return Answers.Error(503, "ServiceUnavailableException");
        });
        using BedrockClient client = TestClient.Over(handler);

        Task<BedrockServiceException>[] calls =
        [
            .. Enumerable.Range(0, Calls)
                .Select(_ => Task.Run(() => Assert.ThrowsAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request())))),
        ];
        await Task.WhenAll(calls);

        Assert.InRange(sent, Calls, Calls + (500 / 14));
        BedrockServiceException late = await Assert.ThrowsAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
        Assert.Equal(1, late.Attempts);
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("2147483648")]
    [InlineData("600000")]
    public async Task InvokeAsync_HugeWish_IsClampedToFiveSecondsMore(string wish)
    {
        var time = new InstantBackOff();
        using var handler = new ScriptedHandler(_ => Answers.Error(503, null, "x", ("x-amz-retry-after", wish)), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => o.TimeProvider = time);

        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.InRange(Assert.Single(time.Delays), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.05));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("")]
    public async Task InvokeAsync_WishThatIsNone_LeavesTheWordToRetryAfter(string wish)
    {
        var time = new InstantBackOff();
        using var handler = new ScriptedHandler(_ => Answers.Error(503, null, "x", ("x-amz-retry-after", wish), ("Retry-After", "2")), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => o.TimeProvider = time);

        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.InRange(Assert.Single(time.Delays), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.05));
    }

    [Fact]
    public async Task InvokeAsync_TooManyRequestsWithoutABody_IsThrottlingAndRepeated()
    {
        var time = new InstantBackOff();
        using var handler = new ScriptedHandler(_ => Answers.Of(System.Net.HttpStatusCode.TooManyRequests, [], null), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => o.TimeProvider = time);
        client.Transport.Retry.Jitter = () => 1;

        Assert.Equal(2, (await client.InvokeAsync(Echo.Model, Echo.Request())).Metadata!.Attempts);
        Assert.Equal(TimeSpan.FromSeconds(1), Assert.Single(time.Delays));
    }

    [Theory]
    [InlineData(3, 5, 5)]
    [InlineData(3, 2, 3)]
    [InlineData(7, 5, 7)]
    [InlineData(1, 5, 1)]
    public async Task InvokeAsync_ModelNotReady_HasAttemptsAndDelaysOfItsOwn(int maxAttempts, int ofModel, int expected)
    {
        var time = new InstantBackOff();
        using var handler = new ScriptedHandler();
        for (int i = 0; i < expected; i++) handler.Then(_ => Answers.Error(429, "ModelNotReadyException"));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.TimeProvider = time;
            o.MaxAttempts = maxAttempts;
            o.ModelNotReadyAttempts = ofModel;
        });
        client.Transport.Retry.Jitter = () => 1;

        BedrockModelException e = await Assert.ThrowsAsync<BedrockModelException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(expected, e.Attempts);
        Assert.Equal(Enumerable.Range(1, expected - 1).Select(n => Math.Min(20, Math.Pow(2, n))), time.Delays.Select(d => d.TotalSeconds));
    }

    [Fact]
    public async Task InvokeAsync_ThrottledWithAFloor_WaitsAtLeastSoLong()
    {
        var time = new InstantBackOff();
        using var handler = new ScriptedHandler(_ => Answers.Error(429, "ThrottlingException"), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.TimeProvider = time;
            o.ThrottlingDelayFloor = TimeSpan.FromSeconds(15);
        });

        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal(TimeSpan.FromSeconds(15), Assert.Single(time.Delays));
    }

    [Fact]
    public async Task InvokeAsync_OverallLimit_TellsTheServerUntilWhen()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => o.OverallTimeout = TimeSpan.FromSeconds(90));

        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal("attempt=1; max=3; ttl=20260102T030535Z", handler.Sent[0].Header("amz-sdk-request"));
        Assert.Contains("amz-sdk-request", handler.Sent[0].Header("Authorization"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throttlingException")]
    [InlineData("serviceUnavailableException")]
    [InlineData("internalServerException")]
    [InlineData("modelNotReadyException")]
    public async Task OpenAsync_FirstFrameIsAPassingError_IsRepeated_Streaming(string name)
    {
        using var handler = new ScriptedHandler(
            _ => Answers.Stream(Frames.Exception(name, """{"message":"what the server says"}""")),
            _ => Answers.Stream(Frames.Chunk("""{"text":"a","last":true}""")));
        using BedrockClient client = TestClient.Over(handler);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());

        EchoResponse response = await stream.ToResponseAsync();

        Assert.Equal("a", response.Text);
        Assert.Equal(2, stream.Metadata!.Attempts);
        Assert.Equal(handler.Sent[0].Body, handler.Sent[1].Body);
        Assert.Equal("attempt=2; max=3", handler.Sent[1].Header("amz-sdk-request"));
    }

    [Theory]
    [InlineData("validationException", typeof(BedrockValidationException))]
    [InlineData("modelStreamErrorException", typeof(BedrockModelException))]
    [InlineData("modelTimeoutException", typeof(BedrockModelException))]
    [InlineData("brandNewException", typeof(BedrockServiceException))]
    public async Task OpenAsync_FirstFrameIsALastingError_IsNotRepeated_Streaming(string name, Type type)
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(Frames.Exception(name, "{}")));
        using BedrockClient client = TestClient.Over(handler);

        Exception e = await Assert.ThrowsAsync(type, () => client.StreamAsync(Echo.Streaming, Echo.Request()).OpenAsync());

        Assert.Equal(0, ((BedrockException)e).EventsDelivered);
        Assert.Equal(Answers.RequestId, ((BedrockException)e).RequestId);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task OpenAsync_EveryFirstFrameIsThrottling_GivesTheErrorOfTheLastAttempt_Streaming()
    {
        List<PieceStream> bodies = [.. Enumerable.Range(0, 3).Select(_ => new PieceStream(Frames.Exception("throttlingException", "{}")))];
        using var handler = new ScriptedHandler();
        foreach (PieceStream body in bodies) handler.Then(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler);

        BedrockThrottlingException e =
            await Assert.ThrowsAsync<BedrockThrottlingException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).OpenAsync());

        Assert.Equal(3, e.Attempts);
        Assert.Equal(0, e.EventsDelivered);
        Assert.All(bodies, body => Assert.NotEqual(0, body.Disposals));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(40)]
    public async Task OpenAsync_StreamCutBeforeItsFirstEvent_IsRepeated_Streaming(int bytes)
    {
        byte[] whole = Frames.Chunk("""{"text":"a","last":true}""");
        using var handler = new ScriptedHandler(_ => Answers.Stream(whole[..bytes]), _ => Answers.Stream(whole));
        using BedrockClient client = TestClient.Over(handler);

        Assert.Equal("a", (await client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync()).Text);
        Assert.Equal(2, handler.Sent.Count);
    }

    [Theory]
    [InlineData("throttlingException")]
    [InlineData("serviceUnavailableException")]
    public async Task Enumerate_ErrorAfterAnEvent_IsNeverRepeated_Streaming(string name)
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(Frames.Chunk("""{"text":"a"}"""), Frames.Exception(name, "{}")));
        using BedrockClient client = TestClient.Over(handler);

        BedrockServiceException e =
            await Assert.ThrowsAnyAsync<BedrockServiceException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync());

        Assert.Equal(1, e.EventsDelivered);
        Assert.True(e.IsTransient);
        Assert.Single(handler.Sent);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Enumerate_MaskedTitanStreamCut_IsIncomplete_Streaming(int chunks)
    {
        // A guardrail that masks says INTERVENED on every chunk; only the last one has a count and a reason.
        byte[][] frames =
        [
            Frames.Chunk("""{"outputText":"My name is {NAME}","index":0.0,"inputTextTokenCount":28.0,"amazon-bedrock-guardrailAction":"INTERVENED"}"""),
            Frames.Chunk("""{"outputText":" and so on","index":0.0,"amazon-bedrock-guardrailAction":"INTERVENED"}"""),
            Frames.Chunk("""{"outputText":".","index":0.0,"totalOutputTextTokenCount":18.0,"completionReason":"FINISH","amazon-bedrock-guardrailAction":"INTERVENED"}"""),
        ];
        using var handler = new ScriptedHandler(_ => Answers.Stream([.. frames.Take(chunks)]), _ => Answers.Stream(frames));
        using BedrockClient client = TestClient.Over(handler);

        BedrockIncompleteStreamException e = await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => ReadTitanAsync(client));
        Assert.Equal(chunks, e.EventsDelivered);
        Assert.Equal("My name is {NAME} and so on.", await ReadTitanAsync(client));
    }

    private static async Task<string> ReadTitanAsync(BedrockClient client) => (await client
        .StreamAsync(TitanModels.TextFromId("amazon.titan-text-premier-v1:0"), new TitanTextRequest { InputText = Echo.Prompt })
        .ToResponseAsync()).Text;
}
