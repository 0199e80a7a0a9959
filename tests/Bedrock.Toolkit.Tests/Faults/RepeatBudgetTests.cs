using System.Globalization;
using Amazon.Runtime;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>Another identity, another time, another connection, and load: four kinds of repeat, each with a budget of its own.</summary>
public class RepeatBudgetTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public async Task InvokeAsync_ThousandCallsOverARevokedToken_AllSucceedAndTakeNothingFromTheBucket()
    {
        const int Calls = 1000;
        var credentials = new NumberedCredentials();
        using var handler = new RefusingHandler(Calls, sent => AccessKeyOf(sent) == "KEY1" ? Answers.Error(403, "ExpiredTokenException") : Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = credentials);

        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() => client.InvokeAsync(Echo.Model, Echo.Request()))));

        Assert.Equal(2, credentials.Made);
        Assert.Equal(500, client.Transport.Retry.Bucket.Tokens);
        Assert.Equal(2 * Calls, handler.Requests);
    }

    [Fact]
    public async Task InvokeAsync_ThousandFirstCallsOnASlowClock_AllSucceedAndTakeNothingFromTheBucket()
    {
        const int Calls = 1000;
        string date = Now.AddMinutes(20).ToString("R", CultureInfo.InvariantCulture);
        using var handler = new RefusingHandler(Calls, sent => sent.Headers.NonValidated["x-amz-date"].ToString()
            .StartsWith("20260102T0304", StringComparison.Ordinal)
            ? Answers.Error(403, "InvalidSignatureException", "x", ("Date", date))
            : Answers.Json("{}", ("Date", date)));
        using BedrockClient client = TestClient.Over(handler);

        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() => client.InvokeAsync(Echo.Model, Echo.Request()))));

        Assert.Equal(500, client.Transport.Retry.Bucket.Tokens);
        Assert.Equal(2 * Calls, handler.Requests);
    }

    [Fact]
    public async Task InvokeAsync_OneAttemptOnly_FailsOnceAndForgetsTheRefusedIdentity()
    {
        var credentials = new NumberedCredentials();
        using var handler = new ScriptedHandler(_ => Answers.Error(403, "ExpiredTokenException"), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.Credentials = credentials;
            o.MaxAttempts = 1;
        });

        BedrockAuthenticationException e = await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal(1, e.Attempts);
        Assert.Equal(2, credentials.Made);
        Assert.Equal(2, handler.Sent.Count);
    }

    [Fact]
    public async Task InvokeAsync_RefusedIdentityThatIsGivenAgain_IsNotSentASecondTime()
    {
        var asked = new ScriptedCredentials(() => Task.FromResult(new ImmutableCredentials("KEY", TestClient.SecretKey, TestClient.Token)));
        using var handler = new ScriptedHandler(_ => Answers.Error(403, "ExpiredTokenException"));
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = asked);

        await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Single(handler.Sent);
        Assert.Equal(2, asked.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EmbedManyAsync_TokenRevokedOrClockWrong_DeliversEverything(bool isToken)
    {
        var credentials = new NumberedCredentials();
        string date = Now.AddMinutes(20).ToString("R", CultureInfo.InvariantCulture);
        var service = new EmbeddingService();
        using var handler = new RefusingHandler(0, sent => isToken && AccessKeyOf(sent) == "KEY1" ? Answers.Error(403, "ExpiredTokenException")
            : !isToken && sent.Headers.NonValidated["x-amz-date"].ToString().StartsWith("20260102T0304", StringComparison.Ordinal)
                ? Answers.Error(403, "RequestTimeTooSkewed", "x", ("Date", date))
            : null) { Next = service };
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = isToken ? credentials : o.Credentials);

        int delivered = 0;
        await foreach (EmbeddedItem<string> item in client.EmbedManyAsync(TitanModels.EmbedTextV2, Enumerable.Range(0, 20).Select(i => $"item {i}")
            .ToAsyncEnumerable()))
        {
            Assert.Null(item.Error);
            delivered++;
        }

        Assert.Equal(20, delivered);
    }

    [Fact]
    public async Task InvokeAsync_BatchJobThrottledOnceEach_AllComeThrough()
    {
        const int Calls = 300;
        using var handler = new RefusingHandler(Calls, sent => sent.Headers.NonValidated["amz-sdk-request"].ToString()
            .StartsWith("attempt=1;", StringComparison.Ordinal) ? Answers.Error(429, "ThrottlingException") : Answers.Json("{}"));
        BedrockClientOptions options = BedrockClientOptions.ForBatchJob();
        options.Region = "us-east-1";
        options.Credentials = new BasicAWSCredentials(TestClient.AccessKey, TestClient.SecretKey);
        options.HandlerFactory = () => handler;
        options.TimeProvider = new InstantBackOff();
        using var client = new BedrockClient(options);

        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() => client.InvokeAsync(Echo.Model, Echo.Request()))));

        Assert.Equal(2 * Calls, handler.Requests);
        Assert.Equal(500, client.Transport.Retry.Bucket.Tokens);
    }

    [Fact]
    public async Task InvokeAsync_GatewaysDateOnTheWay_IsNotTheServersTime()
    {
        using var handler = new ScriptedHandler(
            _ =>
            {
                HttpResponseMessage page =
                    Answers.Of(System.Net.HttpStatusCode.BadGateway, "<html>gateway</html>"u8.ToArray(), "text/html",
                    ("Date", Now.AddHours(-3).ToString("R", CultureInfo.InvariantCulture)));
                page.Headers.Remove("x-amzn-RequestId");
                return page;
            },
            sent => sent.Header("x-amz-date")!.StartsWith("20260102T0304", StringComparison.Ordinal)
                ? Answers.Json("{}", ("Date", Now.ToString("R", CultureInfo.InvariantCulture)))
                : Answers.Error(403, "InvalidSignatureException", "x", ("Date", Now.ToString("R", CultureInfo.InvariantCulture))));
        using BedrockClient client = TestClient.Over(handler, o => o.MaxAttempts = 2);

        Assert.Equal(2, (await client.InvokeAsync(Echo.Model, Echo.Request())).Metadata!.Attempts);
        Assert.Equal(2, handler.Sent.Count);
    }

    private static string AccessKeyOf(HttpRequestMessage sent) => sent.Headers.NonValidated["Authorization"].ToString().Split("Credential=")[1].Split('/')[0];

    /// <summary>Answers the first requests only when all of them are there, so that all are refused for the same reason.</summary>
    private sealed class RefusingHandler(int together, Func<HttpRequestMessage, HttpResponseMessage?> answer) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _allThere = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly HttpMessageInvoker? _next;
        private int _requests;

        public int Requests => _requests;

        public HttpMessageHandler? Next
        {
            init => _next = new HttpMessageInvoker(value!);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            int number = Interlocked.Increment(ref _requests);
            if (number == together) _allThere.TrySetResult();
            if (number <= together) await _allThere.Task.WaitAsync(cancellationToken);
            HttpResponseMessage? response = answer(request);
            if (response is null) return await _next!.SendAsync(request, cancellationToken);
            response.RequestMessage = request;
            return response;
        }
    }

    private sealed class NumberedCredentials : RefreshingAWSCredentials
    {
        private int _made;

        public int Made => _made;

        protected override CredentialsRefreshState GenerateNewCredentials() => new(
            new ImmutableCredentials("KEY" + Interlocked.Increment(ref _made), TestClient.SecretKey, TestClient.Token), DateTime.UtcNow.AddHours(1));

        protected override Task<CredentialsRefreshState> GenerateNewCredentialsAsync() => Task.FromResult(GenerateNewCredentials());
    }
}
