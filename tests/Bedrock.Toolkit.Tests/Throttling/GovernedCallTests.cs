using System.Text;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Throttling;

/// <summary>The governor in a client: one reservation for each call, settled however the call ends.</summary>
public sealed class GovernedCallTests : IDisposable
{
    private const int Quota = 10_000;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly KeptLog _log = new();

    // A model that may write 1,000 tokens, and one that leaves it open.
    private static Model<EchoRequest, EchoResponse> Writing { get; } = new(Echo.Id, EchoJsonContext.Default.EchoRequest, EchoJsonContext.Default.EchoResponse)
    {
        ReadMaxTokens = static request => request.Temperature is null ? 1000 : null,
        Capabilities = new ModelCapabilities { MaxOutputTokens = 4000 },
    };

    [Fact]
    public async Task InvokeAsync_NoQuotaForTheModel_IsToldOnce()
    {
        var governor = new TokenGovernor(new TokenGovernorOptions { Quotas = { new TokenQuota { Models = "example.other*", TokensPerMinute = 1 } } });
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => (o.TokenGovernor, o.LoggerFactory) = (governor, _log));

        await client.InvokeAsync(Echo.Model, Echo.Request());
        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Contains(Echo.Id, Assert.Single(_log.Entries, e => e.Id == 23).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_AnswerCounts_SettlesByThem()
    {
        TokenGovernor governor = Governor();
        long whileRunning = 0;
        using var handler = new ScriptedHandler(_ =>
        {
            whileRunning = Free(governor);
            return Answers.Json("""{"text":"hi"}""", ("x-amzn-bedrock-input-token-count", "7"), ("x-amzn-bedrock-output-token-count", "20"));
        });
        using BedrockClient client = Client(handler, governor);

        await client.InvokeAsync(Writing, Echo.Request());

        Assert.InRange(whileRunning, Quota - 1010, Quota - 1000);
        Assert.Equal(Quota - 27, Free(governor));
        Assert.Equal(0, Assert.Single(governor.GetStates()).Running);
    }

    [Fact]
    public async Task InvokeAsync_ServiceRefuses_GivesTheReservationBack()
    {
        TokenGovernor governor = Governor();
        using var handler = new ScriptedHandler(_ => Answers.Error(400, "ValidationException"));
        using BedrockClient client = Client(handler, governor);

        await Assert.ThrowsAsync<BedrockValidationException>(() => client.InvokeAsync(Writing, Echo.Request()));

        Assert.Equal(Quota, Free(governor));
        Assert.Equal(0, Assert.Single(governor.GetStates()).Running);
    }

    [Fact]
    public async Task InvokeAsync_CancelledAtTheService_CountsTheReservation()
    {
        TokenGovernor governor = Governor();
        using ScriptedHandler handler = new ScriptedHandler().ThenSilence();
        using BedrockClient client = Client(handler, governor);
        using var cancellation = new CancellationTokenSource();

        Task<EchoResponse> call = client.InvokeAsync(Writing, Echo.Request(), cancellationToken: cancellation.Token);
        await handler.Entered;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.InRange(Free(governor), Quota - 1010, Quota - 1000);
        Assert.Equal(0, Assert.Single(governor.GetStates()).Running);
    }

    [Fact]
    public async Task InvokeAsync_ThrottledThenAnswered_MakesUseOfASmallerShare()
    {
        TokenGovernor governor = Governor();
        using var handler = new ScriptedHandler(
            _ => Answers.Error(429, "ThrottlingException"),
            _ => Answers.Json("""{"text":"hi"}""", ("x-amzn-bedrock-input-token-count", "7"), ("x-amzn-bedrock-output-token-count", "20")));
        using BedrockClient client = Client(handler, governor, o => o.TimeProvider = new InstantBackOff());

        await client.InvokeAsync(Writing, Echo.Request());

        Assert.Equal(0.8, Assert.Single(governor.GetStates()).QuotaShare, 6);
        Assert.Equal(2, handler.Sent.Count);
        Assert.Contains(_log.Entries, e => e.Id == 22);
    }

    [Fact]
    public async Task InvokeAsync_NoRoom_IsSentWhenThereIs()
    {
        TokenGovernor governor = Governor(new TokenQuota { Models = "*", TokensPerMinute = 1000, OutputWeight = 1 });
        using var handler = new ScriptedHandler(
            _ => Answers.Json("{}", ("x-amzn-bedrock-output-token-count", "1000"), ("x-amzn-bedrock-input-token-count", "0")), _ => Answers.Json("{}"));
        using BedrockClient client = Client(handler, governor);
        await client.InvokeAsync(Writing, Echo.Request());

        Task<EchoResponse> second = client.InvokeAsync(Writing, Echo.Request());
        Assert.Single(handler.Sent);
        _time.Advance(TimeSpan.FromSeconds(61));

        await second.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(2, handler.Sent.Count);
        Assert.Contains(_log.Entries, e => e.Id == 21);
    }

    [Fact]
    public async Task InvokeAsync_NoRoomForTooLong_IsAThrottlingThatWasNotSent()
    {
        TokenGovernor governor = Governor(new TokenQuota { Models = "*", MaxConcurrency = 1 }, o => o.MaxQueueTime = TimeSpan.FromSeconds(5));
        using ScriptedHandler handler = new ScriptedHandler().ThenSilence();
        using BedrockClient client = Client(handler, governor);
        using var cancellation = new CancellationTokenSource();
        Task<EchoResponse> first = client.InvokeAsync(Writing, Echo.Request(), cancellationToken: cancellation.Token);
        await handler.Entered;

        Task<EchoResponse> second = client.InvokeAsync(Writing, Echo.Request());
        _time.Advance(TimeSpan.FromSeconds(5));

        BedrockThrottlingException e = await Assert.ThrowsAsync<BedrockThrottlingException>(() => second.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(0, e.Attempts);
        Assert.Equal(Echo.Id, e.ModelId);
        Assert.True(e.IsTransient);
        Assert.Contains("MaxQueueTime", e.Message, StringComparison.Ordinal);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task InvokeAsync_OverallLimitPassesInTheQueue_IsThatLimit()
    {
        TokenGovernor governor = Governor(new TokenQuota { Models = "*", MaxConcurrency = 1 });
        using ScriptedHandler handler = new ScriptedHandler().ThenSilence();
        using BedrockClient client = Client(handler, governor);
        using var cancellation = new CancellationTokenSource();
        Task<EchoResponse> first = client.InvokeAsync(Writing, Echo.Request(), cancellationToken: cancellation.Token);
        await handler.Entered;

        Task<EchoResponse> second = client.InvokeAsync(Writing, Echo.Request(), new InvokeOptions { OverallTimeout = TimeSpan.FromSeconds(7) });
        _time.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal(BedrockTimeoutKind.Overall, (await Assert.ThrowsAsync<BedrockTimeoutException>(() => second.WaitAsync(TimeSpan.FromSeconds(30)))).Kind);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task InvokeAsync_MaximumLeftOpen_ReservesTheLongestAnswerAndWarnsOnce()
    {
        TokenGovernor governor = Governor();
        long whileRunning = 0;
        HttpResponseMessage Answer(SentRequest sent)
        {
            whileRunning = Free(governor);
            return Answers.Json("{}", ("x-amzn-bedrock-input-token-count", "0"), ("x-amzn-bedrock-output-token-count", "0"));
        }

        using var handler = new ScriptedHandler(Answer, Answer, Answer);
        using BedrockClient client = Client(handler, governor);

        await client.InvokeAsync(Writing, Echo.Request());
        Assert.DoesNotContain(_log.Entries, e => e.Id == 20);
        await client.InvokeAsync(Writing, new EchoRequest { Prompt = "p", Temperature = 1 });
        Assert.InRange(whileRunning, Quota - 4030, Quota - 4000);
        await client.InvokeAsync(Writing, new EchoRequest { Prompt = "p", Temperature = 1 });

        (int Id, LogLevel Level, string Text) warning = Assert.Single(_log.Entries, e => e.Id == 20);
        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.Contains(Echo.Id, warning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StreamAsync_ReadToTheEnd_SettlesByItsMetrics_Streaming()
    {
        TokenGovernor governor = Governor();
        using var handler = new ScriptedHandler(_ => Answers.Stream(
            Frames.Chunk("""{"text":"a"}"""),
            Frames.Chunk("""{"text":"b","last":true,"amazon-bedrock-invocationMetrics":{"inputTokenCount":3,"outputTokenCount":40}}""")));
        using BedrockClient client = Client(handler, governor);

        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());
        Assert.Empty(governor.GetStates());
        Assert.Equal(2, (await TestClient.ToListAsync(stream)).Count);

        Assert.Equal(Quota - 43, Free(governor));
        Assert.Equal(0, Assert.Single(governor.GetStates()).Running);
    }

    [Fact]
    public async Task StreamAsync_LeftEarly_Settles_Streaming()
    {
        TokenGovernor governor = Governor();
        using var handler = new ScriptedHandler(_ => Answers.Stream(Frames.Chunk("""{"text":"a"}"""), Frames.Chunk("""{"text":"b"}""")));
        using BedrockClient client = Client(handler, governor);

        await foreach (EchoEvent first in client.StreamAsync(Echo.Streaming, Echo.Request()))
        {
            Assert.Equal(1, Assert.Single(governor.GetStates()).Running);
            break;
        }

        Assert.Equal(0, Assert.Single(governor.GetStates()).Running);
    }

    [Fact]
    public async Task StreamAsync_ThrottlingFrame_TellsTheGovernor_Streaming()
    {
        TokenGovernor governor = Governor();
        using var handler = new ScriptedHandler(
            _ => Answers.Stream(Frames.Chunk("""{"text":"a"}"""), Frames.Exception("throttlingException", """{"message":"slower"}""")));
        using BedrockClient client = Client(handler, governor);

        await Assert.ThrowsAsync<BedrockThrottlingException>(() => TestClient.ToListAsync(client.StreamAsync(Echo.Streaming, Echo.Request())));

        Assert.Equal(0.8, Assert.Single(governor.GetStates()).QuotaShare, 6);
        Assert.Equal(0, Assert.Single(governor.GetStates()).Running);
    }

    [Fact]
    public async Task SendRawAsync_BodyOfOurOwn_SharesTheCountWithTypedCalls()
    {
        TokenGovernor governor = Governor();
        long whileRunning = 0;
        using var handler = new ScriptedHandler(
            _ =>
            {
                whileRunning = Free(governor);
                return Answers.Json("{}", ("x-amzn-bedrock-input-token-count", "5"), ("x-amzn-bedrock-output-token-count", "6"));
            },
            _ => Answers.Json("{}", ("x-amzn-bedrock-input-token-count", "5"), ("x-amzn-bedrock-output-token-count", "6")));
        using BedrockClient client = Client(handler, governor);

        await client.SendRawAsync(new BedrockRawRequest
        {
            Operation = "Converse",
            Path = "/model/example.echo-v1%3A0/converse",
            ModelId = Echo.Id,
            Body = Encoding.UTF8.GetBytes("""{"messages":[],"inferenceConfig":{"maxTokens":700}}"""),
        });
        await client.InvokeAsync(Writing, Echo.Request());

        Assert.InRange(whileRunning, Quota - 730, Quota - 700);
        Assert.Equal(Quota - 22, Free(governor));
    }

    [Fact]
    public async Task ConverseAsync_AnswerCountsInItsBody_SharesTheCountWithInvoke()
    {
        TokenGovernor governor = Governor();
        long whileRunning = 0;
        using var handler = new ScriptedHandler(
            _ =>
            {
                whileRunning = Free(governor);
                return Answers.Json("""{"output":{"message":{"role":"assistant","content":[{"text":"hi"}]}},"stopReason":"end_turn","usage":{"inputTokens":12,"outputTokens":30,"totalTokens":42},"metrics":{"latencyMs":1}}""");
            },
            _ => Answers.Json("{}", ("x-amzn-bedrock-input-token-count", "5"), ("x-amzn-bedrock-output-token-count", "6")));
        using BedrockClient client = Client(handler, governor);

        await client.ConverseAsync(Echo.Id,
            new ConverseRequest { Messages = [Message.User("hello")], InferenceConfig = new InferenceConfiguration { MaxTokens = 800 } });
        await client.InvokeAsync(Writing, Echo.Request());

        Assert.InRange(whileRunning, Quota - 880, Quota - 800);
        Assert.Equal(Quota - 42 - 11, Free(governor));
    }

    [Fact]
    public async Task ConverseStreamAsync_ReadToTheEnd_SettlesByItsMetadata_Streaming()
    {
        TokenGovernor governor = Governor();
        using var handler = new ScriptedHandler(_ => Answers.Stream(
            Event("messageStart", """{"role":"assistant"}"""),
            Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"hi"}}"""),
            Event("contentBlockStop", """{"contentBlockIndex":0}"""),
            Event("messageStop", """{"stopReason":"end_turn"}"""),
            Event("metadata", """{"usage":{"inputTokens":7,"outputTokens":9,"totalTokens":16},"metrics":{"latencyMs":1}}""")));
        using BedrockClient client = Client(handler, governor);

        await TestClient.ToListAsync(client.ConverseStreamAsync(Echo.Id, new ConverseRequest { Messages = [Message.User("hello")] }));

        Assert.Equal(Quota - 16, Free(governor));
        Assert.Contains(_log.Entries, e => e.Id == 20);

        static byte[] Event(string type, string payload) =>
            Frames.Of(payload, (":event-type", type), (":content-type", "application/json"), (":message-type", "event"));
    }

    [Fact]
    public async Task InvokeAsync_AnswerThatCannotBeRead_CountsTheReservation()
    {
        TokenGovernor governor = Governor();
        using var handler = new ScriptedHandler(_ => Answers.Json("not JSON"));
        using BedrockClient client = Client(handler, governor);

        await Assert.ThrowsAsync<BedrockProtocolException>(() => client.InvokeAsync(Writing, Echo.Request()));

        Assert.InRange(Free(governor), Quota - 1010, Quota - 1000);
        Assert.Equal(0, Assert.Single(governor.GetStates()).Running);
    }

    [Fact]
    public async Task SendRawAsync_OtherOperation_IsNotGoverned()
    {
        TokenGovernor governor = Governor();
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = Client(handler, governor);

        await client.SendRawAsync(new BedrockRawRequest { Operation = "CountTokens", Path = "/model/x/count-tokens", ModelId = "x" });

        Assert.Empty(governor.GetStates());
    }

    public void Dispose() => _log.Dispose();

    private static long Free(TokenGovernor governor) => Assert.Single(governor.GetStates()).FreeTokens!.Value;

    private TokenGovernor Governor(TokenQuota? quota = null, Action<TokenGovernorOptions>? configure = null)
    {
        var options = new TokenGovernorOptions { Quotas = { quota ?? new TokenQuota { Models = "*", TokensPerMinute = Quota } }, TimeProvider = _time };
        configure?.Invoke(options);
        return new TokenGovernor(options);
    }

    private BedrockClient Client(HttpMessageHandler handler, TokenGovernor governor, Action<BedrockClientOptions>? configure = null) =>
        TestClient.Over(handler, o =>
    {
        o.TimeProvider = _time;
        o.TokenGovernor = governor;
        o.LoggerFactory = _log;
        configure?.Invoke(o);
    });
}
