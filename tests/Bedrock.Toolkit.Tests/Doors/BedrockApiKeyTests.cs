using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Doors;

public sealed class BedrockApiKeyTests
{
    [SharedFact]
    public async Task CreateAsync_PublishedVectors_AreEqual()
    {
        using JsonDocument file = JsonDocument.Parse(await File.ReadAllBytesAsync(SharedFolder.PathTo("vectors", "auth", "bedrock-api-key.json")));
        int count = 0;
        foreach (JsonElement vector in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            string keyId = vector.GetProperty("accessKeyId").GetString()!, secret = vector.GetProperty("secretAccessKey").GetString()!;
            var clock = new FakeTimeProvider(DateTimeOffset.Parse(vector.GetProperty("date").GetString()!, CultureInfo.InvariantCulture));
            var options = new BedrockClientOptions
            {
                Region = vector.GetProperty("region").GetString(),
                Credentials = vector.TryGetProperty("sessionToken", out JsonElement token)
                    ? new SessionAWSCredentials(keyId, secret, token.GetString()) : new BasicAWSCredentials(keyId, secret),
                TimeProvider = clock,
            };

            BedrockApiKey key = await BedrockApiKey.CreateAsync(TimeSpan.FromSeconds(vector.GetProperty("expires").GetInt32()), options);

            Assert.Equal(vector.GetProperty("token").GetString(), key.Value);
            count++;
        }

        Assert.Equal(3, count);
    }

    [Fact]
    public async Task GetAsync_ThousandCallersAtOnce_MakesOne()
    {
        var opened = new TaskCompletionSource<ImmutableCredentials>(TaskCreationOptions.RunContinuationsAsynchronously);
        var credentials = new ScriptedCredentials(() => opened.Task);
        var source = new BedrockApiKeySource(Options(credentials, TimeProvider.System), TimeSpan.FromHours(1));

        Task<BedrockApiKey>[] calls = [.. Enumerable.Range(0, 1000).Select(_ => source.GetAsync().AsTask())];
        opened.SetResult(new ImmutableCredentials("AKIDEXAMPLE", "secret", null));
        BedrockApiKey[] keys = await Task.WhenAll(calls);

        Assert.Single(keys.Distinct());
        Assert.Equal(1, source.Made);
        Assert.Equal(1, credentials.Asked);
    }

    [Fact]
    public async Task GetAsync_ShortlyBeforeTheEnd_MakesANewOne()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
        var source = new BedrockApiKeySource(Options(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), clock), TimeSpan.FromHours(1));

        BedrockApiKey first = await source.GetAsync();
        clock.Advance(TimeSpan.FromMinutes(54));
        BedrockApiKey same = await source.GetAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        BedrockApiKey second = await source.GetAsync();

        Assert.Same(first, same);
        Assert.NotEqual(first.Value, second.Value);
        Assert.True(clock.GetUtcNow() < first.Expires);
        Assert.Equal(2, source.Made);
    }

    [Fact]
    public async Task GetAsync_CredentialsFail_FailureIsNotKept()
    {
        int asked = 0;
        var credentials = new ScriptedCredentials(() => asked++ == 0
            ? throw new InvalidOperationException("not yet") : Task.FromResult(new ImmutableCredentials("AKIDEXAMPLE", "secret", null)));
        var source = new BedrockApiKeySource(Options(credentials, TimeProvider.System), TimeSpan.FromHours(1));

        await Assert.ThrowsAnyAsync<BedrockException>(() => source.GetAsync().AsTask());

        Assert.StartsWith("bedrock-api-key-", (await source.GetAsync()).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(43_201)]
    public void Source_LifetimeOutOfRange_IsRefused(int seconds) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new BedrockApiKeySource(Options(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), TimeProvider.System), TimeSpan.FromSeconds(seconds)));

    [Fact]
    public async Task ToString_OfAKey_HidesIt()
    {
        BedrockApiKey key = await BedrockApiKey.CreateAsync(
            TimeSpan.FromHours(1), Options(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), TimeProvider.System));

        Assert.DoesNotContain(key.Value, key.ToString(), StringComparison.Ordinal);
        Assert.Contains("us-east-1", key.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_KeyMadeFromItsCredentials_IsGoodUntilItsEnd()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using BedrockServer server = await BedrockServer.StartAsync(new BedrockServerOptions { TimeProvider = clock });
        BedrockApiKey key = await BedrockApiKey.CreateAsync(TimeSpan.FromMinutes(15), Options(server.Credentials, clock), CancellationToken.None);
        using var client = new BedrockClient(new BedrockClientOptions
        {
            Region = server.Region, ServiceUrl = server.Url, ApiKey = key.Value, AllowApiKeyOverHttpLoopback = true, MaxAttempts = 1,
        });

        ConverseResponse answer = await client.ConverseAsync("amazon.nova-lite-v1:0", "Is pier 3 free?");
        clock.Advance(TimeSpan.FromMinutes(16));

        Assert.NotNull(answer.Output);
        await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.ConverseAsync("amazon.nova-lite-v1:0", "Is pier 3 free?"));
    }

    private static BedrockClientOptions Options(AWSCredentials credentials, TimeProvider time) =>
        new() { Region = "us-east-1", Credentials = credentials, TimeProvider = time };
}
