using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Bedrock.Toolkit.EventStreams;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Testing.Engine;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>The real client against the server, over real HTTP.</summary>
public sealed class BedrockServerTests : IAsyncLifetime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private BedrockServer _server = null!;
    private BedrockClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await BedrockServer.StartAsync();
        _client = _server.CreateClient();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public void Url_IsLoopback()
    {
        Assert.Equal("127.0.0.1", _server.Url.Host);
        Assert.Equal("us-east-1", _server.Region);
        Assert.DoesNotContain(_server.ApiKey, _server.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_Twice_HasOtherKeys()
    {
        await using BedrockServer other = await BedrockServer.StartAsync();

        Assert.NotEqual(other.ApiKey, _server.ApiKey);
        Assert.NotEqual((await other.Credentials.GetCredentialsAsync()).SecretKey, (await _server.Credentials.GetCredentialsAsync()).SecretKey);
    }

    [Fact]
    public async Task StartAsync_PortInUse_Fails() =>
        await Assert.ThrowsAnyAsync<IOException>(() => BedrockServer.StartAsync(_server.Url.Port));

    [Fact]
    public async Task InvokeAsync_SimulatedModel_AnswersWithMetadata()
    {
        TestModels.TextResponse response = await _client.InvokeAsync(TestModels.Text, TestModels.Prompt());

        Assert.Contains("Why is the sky blue?", response.Text, StringComparison.Ordinal);
        BedrockResponseMetadata metadata = response.Metadata!;
        Assert.Equal("00000000-0000-4000-8000-000000000001", metadata.RequestId);
        Assert.Equal(response.InputTokens, metadata.InputTokens);
        Assert.Equal(response.Results[0].Tokens, metadata.OutputTokens);
        Assert.NotNull(metadata.Latency);
        Assert.True(metadata.Headers.ContainsKey("Date"));
        Assert.False(metadata.Headers.ContainsKey("Server"));
        Assert.StartsWith("0.", metadata.Headers["x-bedrock-toolkit-server"], StringComparison.Ordinal);
        RecordedCall call = Assert.Single(_server.Calls);
        Assert.Equal("/model/amazon.titan-text-premier-v1%3A0/invoke", call.Path);
        Assert.Equal(TestModels.Text.Id.Value, call.ModelId);
        Assert.Equal(RecordedIdentity.Credentials, call.Identity);
        Assert.Equal("Why is the sky blue?", Assert.Single(_server.Requests(TestModels.Text)).InputText);
    }

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0")]
    [InlineData("amazon.titan-embed-text-v1")]
    [InlineData("us.amazon.titan-embed-text-v2:0")]
    public async Task InvokeAsync_Embedding_GivesAVector(string id)
    {
        TestModels.EmbedResponse response = await _client.InvokeAsync(TestModels.EmbedV1.WithId(id), new() { InputText = "hello world" });

        Assert.Equal(id.Contains("v1", StringComparison.Ordinal) ? 1536 : 1024, response.Embedding!.Length);
        Assert.Equal(response.InputTokens, response.Metadata!.InputTokens);
        Assert.Null(response.Metadata.OutputTokens);
        Assert.Equal(id, Assert.Single(_server.Calls).ModelId);
    }

    [Fact]
    public async Task StreamAsync_SimulatedModel_GivesTextAndMetrics_Streaming()
    {
        List<TestModels.TextEvent> events = [];
        BedrockStream<TestModels.TextEvent, TestModels.TextResponse> stream = _client.StreamAsync(TestModels.Text, TestModels.Prompt());
        await foreach (TestModels.TextEvent e in stream)
        {
            events.Add(e);
        }

        TestModels.TextResponse whole = await _client.InvokeAsync(TestModels.Text, TestModels.Prompt());
        Assert.Equal(whole.Text, string.Concat(events.Select(e => e.OutputText)));
        Assert.All(events.SkipLast(1), e => Assert.Null(e.InvocationMetrics));
        Assert.Equal(whole.Metadata!.OutputTokens, events[^1].InvocationMetrics!.OutputTokenCount);
        Assert.Equal(whole.Metadata.InputTokens, stream.Metadata!.InputTokens);
        Assert.Equal("application/json", stream.Metadata.Headers["X-Amzn-Bedrock-Content-Type"]);
        Assert.Throws<InvalidOperationException>(() => { stream.GetAsyncEnumerator(); });
        Assert.Equal(2, _server.Calls.Count);
    }

    [Fact]
    public async Task ToResponseAsync_SimulatedModel_IsTheWholeAnswer_Streaming()
    {
        TestModels.TextResponse folded = await _client.StreamAsync(TestModels.Text, TestModels.Prompt()).ToResponseAsync();

        Assert.Equal((await _client.InvokeAsync(TestModels.Text, TestModels.Prompt())).Text, folded.Text);
    }

    [Fact]
    public async Task StreamAsync_Claude_EndsWithMetrics_Streaming()
    {
        JsonElement request = TestModels.Json("""{"anthropic_version":"bedrock-2023-05-31","max_tokens":100,"messages":[{"role":"user","content":"hello"}]}""");
        List<JsonElement> events = [];
        await foreach (JsonElement e in _client.StreamAsync(TestModels.Claude, request))
        {
            events.Add(e);
        }

        Assert.True(events[^1].GetProperty("amazon-bedrock-invocationMetrics").GetProperty("inputTokenCount").GetInt32() > 0);
        Assert.Equal("message_start", events[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task StreamRawAsync_Frames_HavePadding_Streaming()
    {
        BedrockRawRequest request = BedrockRawRequest.InvokeModelWithResponseStream(TestModels.Text.Id, "{\"inputText\":\"hi\"}"u8.ToArray());
        int frames = 0;
        await foreach (EventStreamMessage frame in _client.StreamRawAsync(request))
        {
            frames++;
            Assert.Equal("chunk", frame.FindString(":event-type"));
            Assert.Equal("application/json", frame.FindString(":content-type"));
            using JsonDocument payload = JsonDocument.Parse(frame.Payload);
            Assert.NotEmpty(payload.RootElement.GetProperty("p").GetString()!);
        }

        Assert.True(frames > 2);
    }

    [Fact]
    public async Task InvokeAsync_ApiKey_IsAccepted()
    {
        using BedrockClient client = KeyClient(_server.ApiKey);

        Assert.NotEmpty((await client.InvokeAsync(TestModels.Text, TestModels.Prompt())).Text);
        Assert.Equal(RecordedIdentity.ApiKey, Assert.Single(_server.Calls).Identity);
    }

    [Fact]
    public async Task InvokeAsync_WrongApiKey_IsRefused()
    {
        using BedrockClient client = KeyClient("wrong-key");

        BedrockAuthenticationException e =
            await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(TestModels.Text, TestModels.Prompt()));
        Assert.Equal(403, e.StatusCode);
        Assert.DoesNotContain("wrong-key", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-key", string.Join(' ', _server.Calls[0].Headers.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_WrongSecret_IsRefused()
    {
        string id = (await _server.Credentials.GetCredentialsAsync()).AccessKey;
        using BedrockClient client = SigningClient(new BasicAWSCredentials(id, "another-secret"));

        BedrockAuthenticationException e =
            await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(TestModels.Text, TestModels.Prompt()));
        Assert.Equal(BedrockErrorCode.InvalidSignature, e.ErrorCode);
        Assert.Equal("00000000-0000-4000-8000-000000000001", e.RequestId);
    }

    [Fact]
    public async Task InvokeAsync_UnknownAccessKey_IsRefused()
    {
        using BedrockClient client = SigningClient(new BasicAWSCredentials("AKIDOTHER", "secret"));

        BedrockAuthenticationException e =
            await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(TestModels.Text, TestModels.Prompt()));
        Assert.Equal(BedrockErrorCode.UnrecognizedClient, e.ErrorCode);
    }

    [Fact]
    public async Task InvokeAsync_SessionToken_IsCheckedAndHidden()
    {
        GeneratedKeys keys = GeneratedKeys.Create(withToken: true);
        await using BedrockServer server = await BedrockServer.StartAsync(keys, TimeProvider.System, 0, default);
        using BedrockClient client = server.CreateClient();

        Assert.NotEmpty((await client.InvokeAsync(TestModels.Text, TestModels.Prompt())).Text);
        RecordedCall call = Assert.Single(server.Calls);
        Assert.Equal("(hidden)", call.Headers["X-Amz-Security-Token"]);
        Assert.EndsWith("Signature=(hidden)", call.Headers["authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_ClockOffWithoutCorrection_IsRefused()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(80));
        await using BedrockServer server = await BedrockServer.StartAsync(GeneratedKeys.Create(), time, 0, default);
        using var client = new BedrockClient(new BedrockClientOptions
        {
            Credentials = server.Credentials,
            Region = server.Region,
            ServiceUrl = server.Url,
            DisableClockSkewCorrection = true,
        });

        BedrockAuthenticationException e =
            await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(TestModels.Text, TestModels.Prompt()));
        Assert.Contains("Signature expired", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_UnknownModel_IsAValidationException()
    {
        BedrockValidationException e = await Assert.ThrowsAsync<BedrockValidationException>(
            () => _client.InvokeAsync(TestModels.Text.WithId("does-not-exist"), TestModels.Prompt()));
        Assert.Contains("The provided model identifier is invalid.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/model/amazon.titan-text-lite-v1/invoke")]
    [InlineData("POST", "/model/amazon.titan-text-lite-v1/converse-nothing")]
    [InlineData("POST", "/model/a/b/invoke")]
    [InlineData("POST", "/")]
    public async Task UnknownRoute_IsNotFound(string method, string path)
    {
        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(
            () => _client.SendRawAsync(new BedrockRawRequest { Operation = "Other", Method = new HttpMethod(method), Path = path }));

        Assert.Equal(404, e.StatusCode);
        Assert.Equal("UnknownOperationException", e.ErrorCode!.Value.Value);
        Assert.Null(_server.Calls[0].Operation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_AboveTheLimit_IsRefused(bool withLength)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.Url, "/model/amazon.titan-text-lite-v1/invoke"));
        request.Headers.ExpectContinue = true;
        request.Headers.TransferEncodingChunked = !withLength;
        request.Content = new ByteArrayContent(new byte[25_000_001]);

        using HttpResponseMessage response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.StartsWith("ValidationException:", response.Headers.GetValues("x-amzn-ErrorType").Single(), StringComparison.Ordinal);
        Assert.Equal(0, _server.Calls[0].Body.Length);
    }

    [Fact]
    public async Task NoAuthorization_IsRefused()
    {
        using var http = new HttpClient();
        using var content = new StringContent("{}", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

        using HttpResponseMessage response = await http.PostAsync(new Uri(_server.Url, "/model/amazon.titan-text-lite-v1/invoke"), content);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("{\"message\":\"Missing Authentication Token\"}", await response.Content.ReadAsStringAsync());
        Assert.Equal(RecordedIdentity.None, _server.Calls[0].Identity);
    }

    [Fact]
    public async Task StreamAsync_SlowModel_ArrivesPieceByPiece_Streaming()
    {
        var gate = new TaskCompletionSource();
        _server.When(TestModels.Text).Stream(Gated(gate.Task));
        await using IAsyncEnumerator<TestModels.TextEvent> events = _client.StreamAsync(TestModels.Text, TestModels.Prompt()).GetAsyncEnumerator();

        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(Bound));
        Assert.Equal("first", events.Current.OutputText);
        ValueTask<bool> next = events.MoveNextAsync();
        Assert.False(next.IsCompleted);
        gate.SetResult();
        Assert.True(await next.AsTask().WaitAsync(Bound));
        Assert.Equal("second", events.Current.OutputText);
    }

    [Fact]
    public async Task StreamAsync_LeftEarly_ClosesTheConnection_Streaming()
    {
        var closed = new TaskCompletionSource();
        _server.When(TestModels.Text).Stream(Endless(closed));
        int count = 0;
        await foreach (TestModels.TextEvent e in _client.StreamAsync(TestModels.Text, TestModels.Prompt()))
        {
            if (++count == 3)
            {
                break;
            }
        }

        await closed.Task.WaitAsync(Bound);
    }

    [Fact]
    public async Task DisposeAsync_StreamRunning_EndsIt_Streaming()
    {
        BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient client = server.CreateClient();
        server.When(TestModels.Text).Fault(BedrockFault.Silence(1));
        await using IAsyncEnumerator<TestModels.TextEvent> events = client.StreamAsync(TestModels.Text, TestModels.Prompt()).GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());

        Task stopped = server.DisposeAsync().AsTask();

        await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => events.MoveNextAsync().AsTask().WaitAsync(Bound));
        await stopped.WaitAsync(Bound);
        await server.DisposeAsync();
    }

    [Fact]
    public async Task When_FunctionFails_IsToldOnce()
    {
        _server.When(TestModels.Text).Reply(TestModels.TextResponse (_) => throw new FormatException("no such thing"));

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(() => _client.InvokeAsync(TestModels.Text, TestModels.Prompt()));
        Assert.Equal("FormatException", e.ErrorCode!.Value.Value);
        Assert.Contains("no such thing", e.Message, StringComparison.Ordinal);
        Assert.Single(_server.Calls);
    }

    [Fact]
    public async Task Calls_ManyAtOnce_AllAnswered()
    {
        TestModels.TextResponse[] responses =
            await Task.WhenAll(Enumerable.Range(0, 100).Select(i => _client.InvokeAsync(TestModels.Text, TestModels.Prompt($"number {i}"))));

        Assert.All(responses.Index(), r => Assert.Contains($"\"number {r.Index}\"", r.Item.Text, StringComparison.Ordinal));
        Assert.Equal(100, responses.Select(r => r.Metadata!.RequestId).Distinct().Count());
        Assert.Equal(100, _server.Calls.Count);
    }

    private static async IAsyncEnumerable<TestModels.TextEvent> Gated(Task gate)
    {
        yield return new TestModels.TextEvent { OutputText = "first" };
        await gate;
        yield return new TestModels.TextEvent { OutputText = "second", CompletionReason = "FINISH" };
    }

    private static async IAsyncEnumerable<TestModels.TextEvent> Endless(TaskCompletionSource closed,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            for (int i = 0; i < 3; i++)
            {
                yield return new TestModels.TextEvent { OutputText = "more" };
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            closed.SetResult();
        }
    }

    private BedrockClient KeyClient(string key) => new(new BedrockClientOptions
    {
        ApiKey = key,
        AllowApiKeyOverHttpLoopback = true,
        Region = _server.Region,
        ServiceUrl = _server.Url,
    });

    private BedrockClient SigningClient(AWSCredentials credentials) => new(new BedrockClientOptions
    {
        Credentials = credentials,
        Region = _server.Region,
        ServiceUrl = _server.Url,
    });
}
