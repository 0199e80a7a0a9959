using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>Time, faults by place and by chance, and quotas, without waiting.</summary>
public sealed class ConditionsTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly WatchedTime _time = new();
    private readonly FakeBedrock _fake;

    public ConditionsTests() => _fake = new FakeBedrock(o =>
    {
        o.TimeProvider = _time;
        o.LoggerFactory = TraceLog.Shared;
    });

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task Latency_FirstByte_IsWaitedForOnTheFakesClock()
    {
        _fake.Latency(TimeSpan.FromMinutes(2), model: NovaModels.Lite.Id);
        Task begun = _time.WhenTimerOf(TimeSpan.FromMinutes(2));

        await AskAsync(NovaModels.Pro).WaitAsync(Bound);
        Assert.False(begun.IsCompleted);
        Task<string> slow = AskAsync(NovaModels.Lite);
        await begun.WaitAsync(Bound);
        _time.Advance(TimeSpan.FromSeconds(119));
        Assert.False(slow.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await slow.WaitAsync(Bound);
    }

    [Fact]
    public async Task Latency_BetweenEvents_ComesBeforeEachButTheFirst_Streaming()
    {
        _fake.Latency(TimeSpan.Zero, TimeSpan.FromMinutes(3));
        await using IAsyncEnumerator<ConverseStreamEvent> events = _fake.Client.ConverseStreamAsync(NovaModels.Lite, "Hello").GetAsyncEnumerator();
        Task begun = _time.WhenTimerOf(TimeSpan.FromMinutes(3));

        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(Bound));
        Assert.False(begun.IsCompleted);
        Task<bool> second = events.MoveNextAsync().AsTask();
        await begun.WaitAsync(Bound);
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.True(await second.WaitAsync(Bound));
    }

    [Fact]
    public async Task Latency_OverHttp_IsWaitedForOnTheServersClock_Streaming()
    {
        var time = new AdvancingTime();
        await using BedrockServer server = await BedrockServer.StartAsync(new BedrockServerOptions { TimeProvider = time });
        server.Latency(TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        using BedrockClient client = server.CreateClient();
        int events = 0;

        await client.ConverseStreamAsync(NovaModels.Lite, "Hello").ForEachAsync(_ => events++).WaitAsync(Bound);

        Assert.Equal(TimeSpan.FromHours(events), time.GetElapsedTime(0));
    }

    [Fact]
    public async Task After_OneAnswer_TakesItsTimeAlone()
    {
        var time = new AdvancingTime();
        await using BedrockServer server = await BedrockServer.StartAsync(new BedrockServerOptions { TimeProvider = time });
        server.WhenConverse(NovaModels.Lite).Reply("slow").After(TimeSpan.FromMinutes(3)).Reply("quick");
        using BedrockClient client = server.CreateClient();

        await client.ConverseAsync(NovaModels.Lite, "Hello").WaitAsync(Bound);
        await client.ConverseAsync(NovaModels.Lite, "Hello").WaitAsync(Bound);

        Assert.Equal(TimeSpan.FromMinutes(3), time.GetElapsedTime(0));
    }

    [Fact]
    public async Task FaultEvery_Fifth_HitsTheFifthAndTheTenth()
    {
        _fake.FaultEvery(5, BedrockFault.ServiceUnavailable);

        Assert.Equal("....x....x..", await RunAsync(12));
    }

    [Fact]
    public async Task FaultNext_Two_HitsTheNextTwoOfTheModelOnly()
    {
        await AskAsync(NovaModels.Lite);
        _fake.FaultNext(2, BedrockFault.Throttling, NovaModels.Lite.Id);

        await AskAsync(NovaModels.Pro);
        Assert.Equal("xx..", await RunAsync(4));
        _fake.FaultNext(1, BedrockFault.Throttling).ClearConditions();
        Assert.Equal("..", await RunAsync(2));
    }

    [Fact]
    public async Task FaultNext_Throttled_TakesNothingFromTheScript()
    {
        using var fake = new FakeBedrock(o =>
        {
            o.MaxAttempts = 3;
            o.TimeProvider = new InstantBackOff();
        });
        fake.WhenConverse(NovaModels.Lite).Reply("one").Reply("two");
        fake.FaultNext(2, BedrockFault.Throttling);

        ConverseResponse first = await fake.Client.ConverseAsync(NovaModels.Lite, "Hello");

        Assert.Equal(("one", 3), (first.Text, first.Metadata!.Attempts));
        Assert.Equal("two", (await fake.Client.ConverseAsync(NovaModels.Lite, "Hello")).Text);
    }

    [Fact]
    public async Task Chaos_SameSeed_HitsTheSameCalls()
    {
        _fake.Chaos(7, throttling: 0.3);
        string first = await RunAsync(200);
        _fake.Chaos(7, throttling: 0.3);
        string again = await RunAsync(200);
        _fake.Chaos(8, throttling: 0.3);
        string other = await RunAsync(200);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(c => c == 'x'), 40, 80);
    }

    [Fact]
    public async Task Chaos_EverythingAtOnce_GivesDocumentedExceptionsOnly_Streaming()
    {
        _fake.Chaos(3, throttling: 0.1, unavailable: 0.1, serverError: 0.1, modelError: 0.1, gateway: 0.1, reset: 0.1, cut: 0.1, corrupt: 0.1, streamError: 0.1);
        HashSet<Type> seen = [];
        int fine = 0;
        for (int i = 0; i < 300; i++)
        {
            try
            {
                if (i % 2 == 0) await AskAsync(NovaModels.Lite);
                else await _fake.Client.ConverseStreamAsync(NovaModels.Lite, "Hello").ForEachAsync(_ => { });
                fine++;
            }
            catch (BedrockException e)
            {
                seen.Add(e.GetType());
            }
        }

        Assert.InRange(fine, 10, 80);
        Type[] due = [typeof(BedrockThrottlingException), typeof(BedrockModelException), typeof(BedrockConnectionException),
            typeof(BedrockIncompleteStreamException), typeof(BedrockProtocolException), typeof(BedrockServiceException)];
        Assert.All(due, type => Assert.Contains(type, seen));
    }

    [Theory]
    [InlineData(-0.1, 0)]
    [InlineData(1.1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0.6, 0.6)]
    public void Chaos_SharesOutOfRange_AreRefused(double throttling, double cut) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _fake.Chaos(1, throttling: throttling, cut: cut));

    [Fact]
    public async Task Quota_Tokens_RefusesWhatDoesNotFitUntilTimeHasPassed()
    {
        _fake.WhenConverse(NovaModels.Lite).Reply(new ConverseResponse
        {
            Output = Message.Assistant("Yes."), StopReason = StopReason.EndTurn, Usage = new TokenUsage { InputTokens = 1, OutputTokens = 400, TotalTokens = 401 },
        });
        _fake.Quota(tokensPerMinute: 1_000, model: NovaModels.Lite.Id);

        Assert.Equal("..x", await RunAsync(3, maxTokens: 450));
        BedrockThrottlingException e = await Assert.ThrowsAsync<BedrockThrottlingException>(() => AskAsync(NovaModels.Lite, 450));
        Assert.Contains("Too many tokens", e.Message, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(".x", await RunAsync(2, maxTokens: 450));
    }

    [Fact]
    public async Task Quota_AnswerShorterThanReserved_GivesTheRestBack_Streaming()
    {
        _fake.WhenConverse(NovaModels.Lite).Reply(new ConverseResponse
        {
            Output = Message.Assistant("Yes."), StopReason = StopReason.EndTurn, Usage = new TokenUsage { InputTokens = 1, OutputTokens = 10, TotalTokens = 11 },
        });
        _fake.Quota(tokensPerMinute: 1_000);

        for (int i = 0; i < 10; i++)
        {
            await _fake.Client.ConverseStreamAsync(NovaModels.Lite, Request(800)).ForEachAsync(_ => { });
        }

        Assert.Equal("x", await RunAsync(1, maxTokens: 990));
    }

    [Fact]
    public async Task Quota_Requests_AreCountedForEachModel()
    {
        _fake.Quota(requestsPerMinute: 2);

        Assert.Equal("..x", await RunAsync(3));
        await AskAsync(NovaModels.Pro);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(".x", await RunAsync(2));
    }

    private static ConverseRequest Request(int? maxTokens = null)
    {
        var request = ConverseRequest.For("Hello");
        request.InferenceConfig = new InferenceConfiguration { MaxTokens = maxTokens };
        return request;
    }

    private async Task<string> AskAsync(ModelId model, int? maxTokens = null) => (await _fake.Client.ConverseAsync(model, Request(maxTokens))).Text;

    private async Task<string> RunAsync(int calls, int? maxTokens = null)
    {
        char[] marks = new char[calls];
        for (int i = 0; i < calls; i++)
        {
            try
            {
                await AskAsync(NovaModels.Lite, maxTokens);
                marks[i] = '.';
            }
            catch (BedrockServiceException)
            {
                marks[i] = 'x';
            }
        }

        return new string(marks);
    }

    /// <summary>A clock that stands still and tells when somebody begins to wait on it.</summary>
    private sealed class WatchedTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero))
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TimeSpan? _watched;

        public Task WhenTimerOf(TimeSpan due)
        {
            _watched = due;
            return _begun.Task;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == _watched) _begun.TrySetResult();
            return timer;
        }
    }
}
