using Amazon.Runtime;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>Credentials that expire, and providers that refresh them.</summary>
public class CredentialFaultTests
{
    [Fact]
    public async Task InvokeAsync_ThousandCallsAtExpiry_RefreshOnce()
    {
        var refresh = new TaskCompletionSource<ImmutableCredentials>(TaskCreationOptions.RunContinuationsAsynchronously);
        var credentials = new ScriptedCredentials(() => refresh.Task);
        using var handler = new ScriptedHandler();
        for (int i = 0; i < 1000; i++) handler.Then(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = credentials);

        Task<EchoResponse>[] calls = [.. Enumerable.Range(0, 1000).Select(_ => Task.Run(() => client.InvokeAsync(Echo.Model, Echo.Request())))];
        await Task.WhenAny(Task.WhenAll(calls), Task.Delay(300)); // all of them have come as far as the provider
        refresh.SetResult(new ImmutableCredentials("KEY2", TestClient.SecretKey, TestClient.Token));
        await Task.WhenAll(calls);

        Assert.Equal(1, credentials.Asked);
        Assert.All(handler.Sent, s => Assert.Equal(TestClient.Token, s.Header("x-amz-security-token")));
    }

    [Fact]
    public async Task InvokeAsync_OneCallerCancels_TheOthersStillGetTheCredentials()
    {
        var refresh = new TaskCompletionSource<ImmutableCredentials>(TaskCreationOptions.RunContinuationsAsynchronously);
        var credentials = new ScriptedCredentials(() => refresh.Task);
        using var source = new CancellationTokenSource();
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = credentials);

        Task<EchoResponse> cancelled = client.InvokeAsync(Echo.Model, Echo.Request(), cancellationToken: source.Token);
        Task<EchoResponse> patient = client.InvokeAsync(Echo.Model, Echo.Request());
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        refresh.SetResult(new ImmutableCredentials("KEY", TestClient.SecretKey, null));
        await patient;

        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_RefreshFails_TheNextCallAsksAgain()
    {
        int asked = 0;
        var credentials = new ScriptedCredentials(() => ++asked == 1
            ? Task.FromException<ImmutableCredentials>(new AmazonClientException("secret-of-provider"))
            : Task.FromResult(new ImmutableCredentials("KEY", TestClient.SecretKey, null)));
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.Credentials = credentials;
            o.MaxAttempts = 1;
        });

        BedrockAuthenticationException e = await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.True(e.IsTransient);
        Assert.DoesNotContain("secret-of-provider", e.Message, StringComparison.Ordinal);
        Assert.Single(handler.Sent);
    }

    [Theory]
    [InlineData("ExpiredTokenException")]
    [InlineData("ExpiredToken")]
    [InlineData("UnrecognizedClientException")]
    public async Task InvokeAsync_TemporaryCredentialsRefused_AreRefreshedOnceAndTriedOnceMore(string code)
    {
        var credentials = new RefreshedCredentials();
        using var handler = new ScriptedHandler(_ => Answers.Error(403, code), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = credentials);

        EchoResponse response = await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal(2, credentials.Refreshes);
        Assert.Equal(2, response.Metadata!.Attempts);
        Assert.Equal(["KEY1", "KEY2"], handler.Sent.Select(AccessKey));
    }

    [Fact]
    public async Task InvokeAsync_NewCredentialsRefusedToo_IsTheError()
    {
        var credentials = new RefreshedCredentials();
        using var handler = new ScriptedHandler(_ => Answers.Error(403, "ExpiredTokenException"), _ => Answers.Error(403, "ExpiredTokenException"));
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = credentials);

        BedrockAuthenticationException e = await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(2, e.Attempts);
        Assert.Equal(2, credentials.Refreshes);
    }

    [Fact]
    public async Task InvokeAsync_RefusedAfterTheLastAttempt_StillGetsOneMore()
    {
        var credentials = new RefreshedCredentials();
        using var handler = new ScriptedHandler(_ => Answers.Error(503, null), _ => Answers.Error(403, "ExpiredTokenException"), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.Credentials = credentials;
            o.MaxAttempts = 2;
        });

        Assert.Equal(3, (await client.InvokeAsync(Echo.Model, Echo.Request())).Metadata!.Attempts);
        Assert.Equal("attempt=3; max=3", handler.Sent[2].Header("amz-sdk-request"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public async Task InvokeAsync_RetriesOffOrLongTermCredentials_AreNotRefreshed(int maxAttempts, bool temporary)
    {
        var credentials = new RefreshedCredentials(temporary);
        using var handler = new ScriptedHandler(_ => Answers.Error(403, "ExpiredTokenException"));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.Credentials = credentials;
            o.MaxAttempts = maxAttempts;
        });

        await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Single(handler.Sent);
        Assert.Equal(1, credentials.Refreshes);
    }

    [Fact]
    public async Task InvokeAsync_ManyCallsRefusedTogether_RefreshOnce()
    {
        const int Calls = 50;
        var credentials = new RefreshedCredentials();
        var allSent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int waiting = 0;
        using var handler = new ScriptedHandler();
        for (int i = 0; i < Calls; i++)
        {
            handler.ThenAsync(async (_, _) =>
            {
                if (Interlocked.Increment(ref waiting) == Calls) allSent.SetResult();
                await allSent.Task;
                return Answers.Error(403, "ExpiredTokenException");
            });
        }

        for (int i = 0; i < Calls; i++) handler.Then(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = credentials);

        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() => client.InvokeAsync(Echo.Model, Echo.Request()))));

        Assert.Equal(2, credentials.Refreshes);
        Assert.Equal(Calls, handler.Sent.Count(s => AccessKey(s) == "KEY2"));
    }

    [Fact]
    public async Task Enumerate_CredentialsExpireDuringTheStream_GoesOn_Streaming()
    {
        var credentials = new RefreshedCredentials();
        using var handler = new ScriptedHandler(_ => Answers.Stream(Frames.Chunk("""{"text":"a"}"""), Frames.Chunk("""{"last":true}""")));
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = credentials);
        int events = 0;

        await foreach (EchoEvent _ in client.StreamAsync(Echo.Streaming, Echo.Request()))
        {
            credentials.ClearCredentials();
            events++;
        }

        Assert.Equal(2, events);
        Assert.Equal(1, credentials.Refreshes);
        Assert.Single(handler.Sent);
    }

    private static string AccessKey(SentRequest sent) => sent.Header("Authorization")!.Split("Credential=")[1].Split('/')[0];

    /// <summary>Credentials as AWSSDK.Core refreshes them, with another key each time.</summary>
    private sealed class RefreshedCredentials(bool temporary = true) : RefreshingAWSCredentials
    {
        private int _refreshes;

        public int Refreshes => _refreshes;

        protected override CredentialsRefreshState GenerateNewCredentials()
        {
            int number = Interlocked.Increment(ref _refreshes);
            return new CredentialsRefreshState(new ImmutableCredentials("KEY" + number, TestClient.SecretKey, temporary ? TestClient.Token : null),
                DateTime.UtcNow.AddHours(1));
        }

        protected override Task<CredentialsRefreshState> GenerateNewCredentialsAsync() => Task.FromResult(GenerateNewCredentials());
    }
}
