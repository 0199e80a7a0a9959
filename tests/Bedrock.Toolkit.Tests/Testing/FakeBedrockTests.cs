using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

public sealed class FakeBedrockTests : IDisposable
{
    private readonly FakeBedrock _fake = new();

    public static TheoryData<BedrockServiceException, int, string?> ServiceExceptions => new()
    {
        { new BedrockThrottlingException("m"), 429, "ThrottlingException" },
        { new BedrockThrottlingException("m") { ErrorCode = BedrockErrorCode.TooManyRequests }, 429, "TooManyRequestsException" },
        { new BedrockAccessDeniedException("m"), 403, "AccessDeniedException" },
        { new BedrockAuthenticationException("m"), 403, "UnrecognizedClientException" },
        { new BedrockAuthenticationException("m") { ErrorCode = BedrockErrorCode.ExpiredToken, StatusCode = 400 }, 400, "ExpiredTokenException" },
        { new BedrockModelException("m"), 424, "ModelErrorException" },
        { new BedrockModelException("m") { ErrorCode = BedrockErrorCode.ModelTimeout, StatusCode = 408, OriginalStatusCode = 504, ResourceName = "r" }, 408,
            "ModelTimeoutException" },
        { new BedrockValidationException("m"), 400, "ValidationException" },
        { new BedrockOnDemandNotSupportedException("m"), 400, "ValidationException" },
        { new BedrockServiceException("m"), 500, "InternalServerException" },
        { new BedrockServiceException("m") { StatusCode = 503 }, 503, null },
        { new BedrockServiceException("m") { ErrorCode = "NewException", StatusCode = 418 }, 418, "NewException" },
    };

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task Client_NothingSetUp_GivesTheSimulatedAnswer()
    {
        TestModels.TextResponse response = await _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt("hello"));

        Assert.Contains("\"hello\"", response.Text, StringComparison.Ordinal);
        Assert.Equal(response.Text, (await _fake.Client.StreamAsync(TestModels.Text, TestModels.Prompt("hello")).ToResponseAsync()).Text);
    }

    [Fact]
    public async Task Reply_Several_AreGivenInOrderAndTheLastRepeats()
    {
        _fake.When(TestModels.Text).Reply(TestModels.TextResponse.Of("one")).Reply(r => TestModels.TextResponse.Of("two " + r.InputText))
            .Reply(TestModels.TextResponse.Of("three"));

        List<string> texts = [];
        for (int i = 0; i < 5; i++)
        {
            texts.Add((await _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt("x"))).Text);
        }

        Assert.Equal(["one", "two x", "three", "three", "three"], texts);
    }

    [Fact]
    public async Task Reply_NewObject_NeedsNoTypeName()
    {
        _fake.When(TestModels.Text).Reply(new() { InputTokens = 7 });

        TestModels.TextResponse response = await _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt());
        Assert.Equal(7, response.InputTokens);
        Assert.NotNull(response.Metadata!.InputTokens);
    }

    [Fact]
    public async Task Reply_ChangedLater_HasNoEffect()
    {
        TestModels.TextResponse reply = TestModels.TextResponse.Of("before");
        _fake.When(TestModels.Text).Reply(reply);
        reply.Results[0].Text = "after";

        Assert.Equal("before", (await _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt())).Text);
    }

    [Fact]
    public async Task When_OtherId_IsAnotherModel()
    {
        _fake.When(TestModels.Text.InProfile("us")).Reply(TestModels.TextResponse.Of("profile"));

        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt()));
        Assert.Contains($"InvokeModel of '{TestModels.Text.Id}'", e.Message, StringComparison.Ordinal);
        Assert.Contains($"The model '{TestModels.Text.InProfile("us").Id}' by When(model)", e.Message, StringComparison.Ordinal);
        _fake.AllowUnscriptedCalls();
        Assert.NotEqual("profile", (await _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt())).Text);
        Assert.Equal("profile", (await _fake.Client.InvokeAsync(TestModels.Text.InProfile("us"), TestModels.Prompt())).Text);
    }

    [Fact]
    public async Task When_CustomId_NeedsNoSimulation()
    {
        Model<TestModels.TextRequest, TestModels.TextResponse> model = TestModels.Text.WithId("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc");
        _fake.When(model).Reply(TestModels.TextResponse.Of("mine"));

        Assert.Equal("mine", (await _fake.Client.InvokeAsync(model, TestModels.Prompt())).Text);
        Assert.Equal(model.Id.Value, _fake.Calls[0].ModelId);
    }

    [Fact]
    public async Task Stream_Events_ArriveAsTheyAre_Streaming()
    {
        _fake.When(TestModels.Text).Stream(TestModels.Events("a", "b")).Stream(r => TestModels.Events(r.InputText!)).Stream(Later());

        Assert.Equal("ab", await ReadAsync());
        Assert.Equal("prompt", await ReadAsync());
        Assert.Equal("late", await ReadAsync());
        Assert.Equal("late", await ReadAsync());
    }

    [Fact]
    public async Task Stream_WithoutEndMark_IsIncomplete_Streaming()
    {
        _fake.When(TestModels.Text).Stream([new TestModels.TextEvent { OutputText = "a" }]);

        BedrockIncompleteStreamException e = await Assert.ThrowsAsync<BedrockIncompleteStreamException>(ReadAsync);
        Assert.Equal(1, e.EventsDelivered);
    }

    [Fact]
    public async Task Stream_LeftEarly_ClosesTheSource_Streaming()
    {
        var closed = new TaskCompletionSource();
        _fake.When(TestModels.Text).Stream(Endless(closed));
        await foreach (TestModels.TextEvent e in _fake.Client.StreamAsync(TestModels.Text, TestModels.Prompt()))
        {
            break;
        }

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Stream_CancelledWhileWaiting_EndsAtOnce_Streaming()
    {
        var closed = new TaskCompletionSource();
        _fake.When(TestModels.Text).Stream(Endless(closed));
        using var cancel = new CancellationTokenSource();
        await using IAsyncEnumerator<TestModels.TextEvent> events = _fake.Client.StreamAsync(TestModels.Text, TestModels.Prompt())
            .GetAsyncEnumerator(cancel.Token);
        Assert.True(await events.MoveNextAsync());
        Task<bool> next = events.MoveNextAsync().AsTask();

        await cancel.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(cancel.Token, e.CancellationToken);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task OnlyReply_StreamCalled_SaysWhatToSetUp_Streaming()
    {
        _fake.When(TestModels.Text).Throw(new BedrockThrottlingException("m")).Reply(TestModels.TextResponse.Of("a"));

        await Assert.ThrowsAsync<BedrockThrottlingException>(ReadAsync);
        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(ReadAsync);
        Assert.Contains("Stream(events)", e.Message, StringComparison.Ordinal);
        Assert.Contains(TestModels.Text.Id.Value, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyStream_InvokeCalled_SaysWhatToSetUp()
    {
        _fake.When(TestModels.Text).Stream(TestModels.Events("a"));

        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt()));
        Assert.Contains("Reply(response)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReplyAndStream_Both_AnswerTheirOwnKind_Streaming()
    {
        _fake.When(TestModels.Text).Reply(TestModels.TextResponse.Of("whole")).Stream(TestModels.Events("pieces"));

        Assert.Equal("pieces", await ReadAsync());
        Assert.Equal("whole", (await _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt())).Text);
        Assert.Equal("pieces", await ReadAsync());
    }

    [Theory]
    [MemberData(nameof(ServiceExceptions))]
    public async Task Throw_ServiceException_ComesBackByTheRealMapping(BedrockServiceException exception, int status, string? code)
    {
        _fake.When(TestModels.Text).Throw(exception);

        BedrockServiceException e =
            (BedrockServiceException)await Assert.ThrowsAsync(exception.GetType(), () => _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt()));

        Assert.NotSame(exception, e);
        Assert.Equal(status, e.StatusCode);
        Assert.Equal(code, e.ErrorCode?.Value);
        Assert.Equal("InvokeModel", e.Operation);
        Assert.NotNull(e.RequestId);
        Assert.Equal((exception as BedrockModelException)?.OriginalStatusCode, (e as BedrockModelException)?.OriginalStatusCode);
        Assert.Equal((exception as BedrockModelException)?.ResourceName, (e as BedrockModelException)?.ResourceName);
    }

    [Fact]
    public async Task Throw_RetryAfter_IsSent()
    {
        _fake.When(TestModels.Text).Throw(new BedrockThrottlingException("m") { RetryAfter = TimeSpan.FromMilliseconds(1500) });

        BedrockThrottlingException e =
            await Assert.ThrowsAsync<BedrockThrottlingException>(() => _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt()));
        Assert.Equal(TimeSpan.FromMilliseconds(1500), e.RetryAfter);
    }

    [Fact]
    public async Task Throw_OtherException_PassesThrough()
    {
        var thrown = new FormatException("mine");
        _fake.When(TestModels.Text).Throw(thrown).Throw(new HttpRequestException("broken"));

        Assert.Same(thrown, await Assert.ThrowsAsync<FormatException>(() => _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt())));
        await Assert.ThrowsAsync<BedrockConnectionException>(() => _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt()));
    }

    [Fact]
    public async Task MaxAttempts_Set_RetriesWithTheGivenClock()
    {
        using var fake = new FakeBedrock(o =>
        {
            o.MaxAttempts = 3;
            o.TimeProvider = new WithoutDelays();
        });
        fake.When(TestModels.Text).Throw(new BedrockThrottlingException("m")).Fault(BedrockFault.Html(502)).Reply(TestModels.TextResponse.Of("at last"));

        TestModels.TextResponse response = await fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt());

        Assert.Equal("at last", response.Text);
        Assert.Equal(3, response.Metadata!.Attempts);
        Assert.Equal(["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"], fake.Calls.Select(c => c.Headers["amz-sdk-request"]));
        Assert.Equal(3, fake.Requests(TestModels.Text).Count);
    }

    [Fact]
    public async Task Options_ApiKey_IsChecked()
    {
        using var fake = new FakeBedrock(o => o.ApiKey = "my-key");

        await fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt());
        Assert.Equal(RecordedIdentity.ApiKey, fake.Calls[0].Identity);
        Assert.Equal("Bearer (hidden)", fake.Calls[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task Options_RotatingCredentials_AreAccepted()
    {
        using var fake = new FakeBedrock(o => o.Credentials = new Rotating());

        await fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt());
        await fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt());
        Assert.Contains("Credential=ASIA1/", fake.Calls[0].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("Credential=ASIA2/", fake.Calls[1].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_RegionAndUrl_AreUsed()
    {
        using var fake = new FakeBedrock(o =>
        {
            o.Region = "eu-central-1";
            o.ServiceUrl = new Uri("https://gateway.example:8443");
        });

        await fake.Client.InvokeAsync(TestModels.EmbedV2, new() { InputText = "a" });
        Assert.Contains("/eu-central-1/bedrock/", fake.Calls[0].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("gateway.example:8443", fake.Calls[0].Headers["Host"]);
    }

    [Fact]
    public void Options_WithoutUseForTheFake_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new FakeBedrock(o => o.Profile = "p"));
        Assert.Throws<ArgumentException>(() => new FakeBedrock(o => o.HandlerFactory = () => new SocketsHttpHandler()));
        Assert.Throws<BedrockConfigurationException>(() => new FakeBedrock(o => o.MaxAttempts = 0));
    }

    [Fact]
    public async Task Calls_Recorded_ShowTheRequestButNoSecret()
    {
        var options = new InvokeOptions { ServiceTier = BedrockServiceTier.Priority };
        await _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt("a secret prompt"), options);

        RecordedCall call = Assert.Single(_fake.Calls);
        Assert.Equal("InvokeModel", call.Operation);
        Assert.Equal("POST", call.Method);
        Assert.Equal("/model/amazon.titan-text-premier-v1%3A0/invoke", call.Path);
        Assert.Equal(string.Empty, call.Query);
        Assert.Equal("priority", call.Headers["x-amzn-bedrock-service-tier"]);
        Assert.Equal("{\"inputText\":\"a secret prompt\"}"u8.ToArray(), call.Body.ToArray());
        Assert.Equal("POST /model/amazon.titan-text-premier-v1%3A0/invoke (InvokeModel, Credentials, 31 bytes)", call.ToString());
        Assert.Equal("a secret prompt", Assert.Single(_fake.Requests(TestModels.Text)).InputText);
        Assert.Empty(_fake.Requests(TestModels.EmbedV2));
    }

    [Fact]
    public async Task Client_ManyCallsAtOnce_GiveEachAnswerOnce()
    {
        FakeStreamingModel<TestModels.TextRequest, TestModels.TextResponse, TestModels.TextEvent> model = _fake.When(TestModels.Text);
        for (int i = 0; i < 200; i++)
        {
            model.Reply(TestModels.TextResponse.Of(i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        TestModels.TextResponse[] responses =
            await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt()))));

        Assert.Equal(200, responses.Select(r => r.Text).Distinct().Count());
        Assert.Equal(200, _fake.Calls.Count);
    }

    private static async IAsyncEnumerable<TestModels.TextEvent> Later()
    {
        await Task.Yield();
        yield return new TestModels.TextEvent { OutputText = "late", CompletionReason = "FINISH" };
    }

    private static async IAsyncEnumerable<TestModels.TextEvent> Endless(TaskCompletionSource closed,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            yield return new TestModels.TextEvent { OutputText = "more" };
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            closed.SetResult();
        }
    }

    private async Task<string> ReadAsync()
    {
        string text = string.Empty;
        await foreach (TestModels.TextEvent e in _fake.Client.StreamAsync(TestModels.Text, TestModels.Prompt("prompt")))
        {
            text += e.OutputText;
        }

        return text;
    }

    /// <summary>A clock that lets no delay between attempts pass, and leaves the longer limits of a call alone.</summary>
    private sealed class WithoutDelays : TimeProvider
    {
        private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime <= LongestDelay ? TimeSpan.Zero : dueTime, period);
    }

    private sealed class Rotating : AWSCredentials
    {
        private int _count;

        public override ImmutableCredentials GetCredentials() => new($"ASIA{Interlocked.Increment(ref _count)}", "secret" + _count, "token" + _count);
    }
}
