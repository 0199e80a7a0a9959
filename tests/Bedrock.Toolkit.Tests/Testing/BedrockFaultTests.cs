using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>Every fault becomes the same typed exception, in memory and over real HTTP.</summary>
public sealed class BedrockFaultTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly FakeBedrock _fake = new(o => o.LoggerFactory = TraceLog.Shared);
    private BedrockServer _server = null!;
    private BedrockClient _client = null!;

    public static TheoryData<string, BedrockFault, Type> Faults
    {
        get
        {
            var data = new TheoryData<string, BedrockFault, Type>();
            foreach (string where in (ReadOnlySpan<string>)["memory", "http"])
            {
                data.Add(where, BedrockFault.Status(500, "InternalServerException", "no"), typeof(BedrockServiceException));
                data.Add(where, BedrockFault.Status(429), typeof(BedrockThrottlingException));
                data.Add(where, BedrockFault.Status(403, "AccessDeniedException"), typeof(BedrockAccessDeniedException));
                data.Add(where, BedrockFault.Status(424, "ModelErrorException"), typeof(BedrockModelException));
                data.Add(where, BedrockFault.Html(502), typeof(BedrockServiceException));
                data.Add(where, BedrockFault.Html(200), typeof(BedrockProtocolException));
                data.Add(where, BedrockFault.Redirect, typeof(BedrockProtocolException));
                data.Add(where, BedrockFault.WrongContentType, typeof(BedrockProtocolException));
                data.Add(where, BedrockFault.MalformedJson, typeof(BedrockProtocolException));
            }

            return data;
        }
    }

    public static TheoryData<string, BedrockFault, Type> StreamFaults
    {
        get
        {
            var data = new TheoryData<string, BedrockFault, Type>();
            foreach (string where in (ReadOnlySpan<string>)["memory", "http"])
            {
                data.Add(where, BedrockFault.TruncatedStream(2), typeof(BedrockIncompleteStreamException));
                data.Add(where, BedrockFault.ConnectionReset(2), typeof(BedrockIncompleteStreamException));
                data.Add(where, BedrockFault.CorruptFrame(2), typeof(BedrockProtocolException));
                data.Add(where, BedrockFault.ExceptionFrame(2, "throttlingException", "slow down"), typeof(BedrockThrottlingException));
                data.Add(where, BedrockFault.ExceptionFrame(2, "ModelStreamErrorException", "no"), typeof(BedrockModelException));
                data.Add(where, BedrockFault.ErrorFrame(2, "SomethingNew", "no"), typeof(BedrockServiceException));
            }

            return data;
        }
    }

    public async Task InitializeAsync()
    {
        _server = await BedrockServer.StartAsync();
        _client = new BedrockClient(
            new BedrockClientOptions { Credentials = _server.Credentials, Region = _server.Region, ServiceUrl = _server.Url, MaxAttempts = 1,
            LoggerFactory = TraceLog.Shared });
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        _fake.Dispose();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Fault_Invoke_IsTheTypedException(string where, BedrockFault fault, Type type)
    {
        IBedrockClient client = SetUp(where, fault);

        BedrockException e = (BedrockException)await Assert.ThrowsAsync(type, () => client.InvokeAsync(TestModels.Text, TestModels.Prompt()).WaitAsync(Bound));

        Assert.NotNull(e.RequestId);
        Assert.Equal(TestModels.Text.Id.Value, e.ModelId);
        Assert.DoesNotContain("sign in", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("cut", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Fault_Open_ThrowsBeforeAnyEvent_Streaming(string where, BedrockFault fault, Type type)
    {
        IBedrockClient client = SetUp(where, fault);
        BedrockStream<TestModels.TextEvent, TestModels.TextResponse> stream = client.StreamAsync(TestModels.Text, TestModels.Prompt());

        BedrockException e = (BedrockException)await Assert.ThrowsAsync(type, () => stream.OpenAsync().WaitAsync(Bound));

        Assert.NotNull(e.RequestId);
        Assert.Equal(TestModels.Text.Id.Value, e.ModelId);
    }

    [Theory]
    [MemberData(nameof(StreamFaults))]
    public async Task Fault_InsideAStream_ComesAfterItsEvents_Streaming(string where, BedrockFault fault, Type type)
    {
        IBedrockClient client = SetUp(where, fault);
        List<TestModels.TextEvent> events = [];

        BedrockException e = (BedrockException)await Assert.ThrowsAsync(type, () => ReadAsync(client, events).WaitAsync(Bound));

        Assert.Equal(2, events.Count);
        Assert.Equal(2, e.EventsDelivered);
        Assert.NotNull(e.RequestId);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("http")]
    public async Task EmptyBody_IsRefused(string where)
    {
        IBedrockClient client = SetUp(where, BedrockFault.EmptyBody);

        await Assert.ThrowsAsync<BedrockProtocolException>(() => client.InvokeAsync(TestModels.Text, TestModels.Prompt()).WaitAsync(Bound));
        BedrockIncompleteStreamException e = await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => ReadAsync(client, []).WaitAsync(Bound));
        Assert.Equal(0, e.EventsDelivered);
    }

    [Theory]
    [InlineData("memory", true)]
    [InlineData("memory", false)]
    [InlineData("http", true)]
    [InlineData("http", false)]
    public async Task BrokenConnection_Invoke_IsAConnectionException(string where, bool reset)
    {
        IBedrockClient client = SetUp(where, reset ? BedrockFault.ConnectionReset(0) : BedrockFault.TruncatedStream(0));

        BedrockConnectionException e = await Assert.ThrowsAsync<BedrockConnectionException>(
            () => client.InvokeAsync(TestModels.Text, TestModels.Prompt()).WaitAsync(Bound));
        Assert.True(e.IsTransient);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("http")]
    public async Task Silence_IdleLimit_IsATimeout_Streaming(string where)
    {
        SetUp(where, BedrockFault.Silence(2));
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        using var fake = new FakeBedrock(o => o.TimeProvider = time);
        fake.When(TestModels.Text).Fault(BedrockFault.Silence(2));
        IBedrockClient client = where == "memory" ? fake.Client : _client;
        var options = new InvokeOptions { StreamIdleTimeout = where == "memory" ? TimeSpan.FromHours(1) : TimeSpan.FromMilliseconds(100) };
        await using IAsyncEnumerator<TestModels.TextEvent> events = client.StreamAsync(TestModels.Text, TestModels.Prompt(), options).GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        Assert.True(await events.MoveNextAsync());

        Task<bool> next = events.MoveNextAsync().AsTask();
        time.Advance(TimeSpan.FromHours(1));

        BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => next.WaitAsync(Bound));
        Assert.Equal(BedrockTimeoutKind.Idle, e.Kind);
        Assert.Equal(2, e.EventsDelivered);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("http")]
    public async Task Silence_Invoke_LastsUntilCancelled(string where)
    {
        IBedrockClient client = SetUp(where, BedrockFault.Silence(0));
        using var cancel = new CancellationTokenSource();

        Task call = client.InvokeAsync(TestModels.Text, TestModels.Prompt(), cancellationToken: cancel.Token);
        Assert.False(call.IsCompleted);
        await cancel.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Bound));
        Assert.Equal(cancel.Token, e.CancellationToken);
    }

    [Fact]
    public async Task StreamFault_OnInvoke_SaysWhatToSetUp()
    {
        _fake.When(TestModels.Text).Fault(BedrockFault.CorruptFrame(1));

        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt()));
        Assert.Contains("is for streams", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_UnknownModelWithoutEvents_SaysWhatToSetUp_Streaming()
    {
        StreamingModel<TestModels.TextRequest, TestModels.TextResponse, TestModels.TextEvent> model = TestModels.Text.WithId("my-model");
        _fake.AllowAnyModel().When(model).Fault(BedrockFault.TruncatedStream(1));

        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await _fake.Client.StreamAsync(model, TestModels.Prompt()).OpenAsync());
        Assert.Contains("Stream(events)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_BesideAStream_UsesItsEvents_Streaming()
    {
        _fake.When(TestModels.Text).Fault(BedrockFault.ConnectionReset(1)).Stream(TestModels.Events("mine", "too")).Fault(BedrockFault.TruncatedStream(9));
        List<TestModels.TextEvent> events = [];

        await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => ReadAsync(_fake.Client, events));
        Assert.Equal("mine", Assert.Single(events).OutputText);
        await ReadAsync(_fake.Client, events);
        Assert.Equal(["mine", "mine", "too"], events.Select(e => e.OutputText));

        // Shorter than the fault expects: sent whole, with its end mark, so nothing is missing.
        await ReadAsync(_fake.Client, events);
        Assert.Equal(5, events.Count);
    }

    [Fact]
    public void Factories_BadArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BedrockFault.Status(200));
        Assert.Throws<ArgumentOutOfRangeException>(() => BedrockFault.Html(600));
        Assert.Throws<ArgumentOutOfRangeException>(() => BedrockFault.TruncatedStream(-1));
        Assert.Throws<ArgumentException>(() => BedrockFault.ExceptionFrame(0, " ", "m"));
        Assert.Equal("CorruptFrame(3)", BedrockFault.CorruptFrame(3).ToString());
    }

    private static async Task ReadAsync(IBedrockClient client, List<TestModels.TextEvent> events)
    {
        await foreach (TestModels.TextEvent e in client.StreamAsync(TestModels.Text, TestModels.Prompt()))
        {
            events.Add(e);
        }
    }

    private IBedrockClient SetUp(string where, BedrockFault fault)
    {
        if (where == "memory")
        {
            _fake.When(TestModels.Text).Fault(fault);
            return _fake.Client;
        }

        _server.When(TestModels.Text).Fault(fault);
        return _client;
    }
}
