using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using Amazon.Runtime;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>Protocols, keys, Regions and ids of the server.</summary>
public sealed class BedrockServerOptionsTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task StartAsync_WithoutTls_SpeaksBothVersionsOnOnePort()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using var http = new HttpClient();

        foreach (Version version in (Version[])[HttpVersion.Version11, HttpVersion.Version20])
        {
            using HttpResponseMessage response = await http.SendAsync(Converse(server, version)).WaitAsync(Bound);
            Assert.Equal((version, HttpStatusCode.OK), (response.Version, response.StatusCode));
            using HttpResponseMessage refused = await http.SendAsync(Converse(server, version, key: "wrong")).WaitAsync(Bound);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Fact]
    public async Task StartAsync_Tls_IsTrustedByItsOwnClientAndByNoOther()
    {
        await using BedrockServer server = await BedrockServer.StartAsync(new BedrockServerOptions { UseTls = true });
        using BedrockClient client = server.CreateClient();

        Assert.Equal("https", server.Url.Scheme);
        Assert.NotEmpty((await client.ConverseAsync(NovaModels.Lite, "Hello").WaitAsync(Bound)).Text);
        Assert.NotEmpty((await client.ConverseStreamAsync(NovaModels.Lite, "Hello").ToResponseAsync().WaitAsync(Bound)).Text);
        using var stranger = new BedrockClient(
            new BedrockClientOptions { Credentials = server.Credentials, Region = server.Region, ServiceUrl = server.Url, MaxAttempts = 1 });
        await Assert.ThrowsAsync<BedrockConnectionException>(() => stranger.ConverseAsync(NovaModels.Lite, "Hello").WaitAsync(Bound));
    }

    [Fact]
    public async Task StartAsync_Tls_SpeaksBothVersions()
    {
        await using BedrockServer server = await BedrockServer.StartAsync(new BedrockServerOptions { UseTls = true });
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => server.Certificate!.Equals(shown) },
        };
        using var http = new HttpClient(handler);

        foreach (Version version in (Version[])[HttpVersion.Version20, HttpVersion.Version11])
        {
            using HttpResponseMessage response = await http.SendAsync(Converse(server, version)).WaitAsync(Bound);
            Assert.Equal((version, HttpStatusCode.OK), (response.Version, response.StatusCode));
        }
    }

    [Fact]
    public async Task Fault_ResetOverHttp2_EndsThisStreamOnly_Streaming()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        server.WhenConverse(NovaModels.Lite).Fault(BedrockFault.ConnectionReset(2)).Reply("One, two, three, four, five, six, seven.");
        using var http = new HttpClient();

        using HttpResponseMessage cut = await http.SendAsync(
            Converse(server, HttpVersion.Version20, "converse-stream"), HttpCompletionOption.ResponseHeadersRead).WaitAsync(Bound);
        await using Stream body = await cut.Content.ReadAsStreamAsync();
        byte[] buffer = new byte[16 * 1024];
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await body.ReadAsync(buffer).AsTask().WaitAsync(Bound) > 0) { }
        });
        using HttpResponseMessage fine = await http.SendAsync(Converse(server, HttpVersion.Version20, "converse-stream")).WaitAsync(Bound);
        Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
    }

    [Fact]
    public async Task Streams_FiveThousandOpenOnOneClient_AreAllServed_Streaming()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        server.KeepCalls(0).WhenConverse(NovaModels.Lite).Fault(BedrockFault.Silence(1)).Reply("One, two, three.");
        server.FaultEvery(1, BedrockFault.Silence(1));
        using var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true };
        using var http = new HttpClient(handler);

        HttpResponseMessage[] open = await Task.WhenAll(Enumerable.Range(0, 5_000).Select(_ => http.SendAsync(
            Converse(server, HttpVersion.Version20, "converse-stream"), HttpCompletionOption.ResponseHeadersRead))).WaitAsync(Bound);

        Assert.All(open, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        foreach (HttpResponseMessage response in open) response.Dispose();
    }

    [Fact]
    public async Task StartAsync_FixedKeysAndRegion_TakesThemAndNoOthers()
    {
        var options = new BedrockServerOptions
        {
            AccessKeyId = "AKIAFIXED", SecretAccessKey = "fixed-secret", ApiKey = "fixed-key", Region = "eu-south-2",
        };
        await using BedrockServer server = await BedrockServer.StartAsync(options);
        using var client = new BedrockClient(Options(server, "fixed-secret", "eu-south-2"));
        using var wrongKey = new BedrockClient(Options(server, "another-secret", "eu-south-2"));
        using var wrongRegion = new BedrockClient(Options(server, "fixed-secret", "us-east-1"));

        await client.ConverseAsync(NovaModels.Lite, "Hello");
        Assert.Equal(("eu-south-2", "fixed-key"), (server.Region, server.ApiKey));
        Assert.Equal(403, (await Assert.ThrowsAnyAsync<BedrockServiceException>(() => wrongKey.ConverseAsync(NovaModels.Lite, "Hello"))).StatusCode);
        Assert.Equal(403, (await Assert.ThrowsAnyAsync<BedrockServiceException>(() => wrongRegion.ConverseAsync(NovaModels.Lite, "Hello"))).StatusCode);
        Assert.DoesNotContain("fixed", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_AnyRegion_TakesSignaturesForAll()
    {
        await using BedrockServer server = await BedrockServer.StartAsync(
            new BedrockServerOptions { AccessKeyId = "AKIAFIXED", SecretAccessKey = "fixed-secret", AllowsAnyRegion = true });
        foreach (string region in (string[])["us-east-1", "ap-southeast-7"])
        {
            using var client = new BedrockClient(Options(server, "fixed-secret", region));
            await client.ConverseAsync(NovaModels.Lite, "Hello");
        }
    }

    public static TheoryData<BedrockServerOptions, string> WrongOptions => new()
    {
        { new BedrockServerOptions { Port = -1 }, "Port" },
        { new BedrockServerOptions { Region = " " }, "Region" },
        { new BedrockServerOptions { AccessKeyId = "AKIA" }, "SecretAccessKey" },
        { new BedrockServerOptions { ApiKey = "" }, "ApiKey" },
        { new BedrockServerOptions { TimeProvider = null! }, "TimeProvider" },
    };

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public async Task StartAsync_WrongOption_IsRefusedByName(BedrockServerOptions options, string name) =>
        Assert.Contains(name, (await Assert.ThrowsAnyAsync<ArgumentException>(() => BedrockServer.StartAsync(options))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:custom-model-deployment/abc")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc")]
    [InlineData("anthropic.claude-of-tomorrow-v1:0")]
    public async Task Serve_Id_AnswersAsTheModelOrWithItsOwnScript(string id)
    {
        using var fake = new FakeBedrock();
        fake.Serve(id, ClaudeModels.Sonnet45.Id);
        var request = new ClaudeRequest { MaxTokens = 50, Messages = [ClaudeMessage.User("What is a jetty?")] };

        ClaudeResponse simulated = await fake.Client.InvokeAsync(ClaudeModels.Sonnet45.WithId(id), request);
        fake.When(ClaudeModels.Sonnet45).Reply(new ClaudeResponse { Content = [new ClaudeTextBlock("of the model")] });
        ClaudeResponse ofModel = await fake.Client.InvokeAsync(ClaudeModels.Sonnet45.WithId(id), request);
        fake.When(ClaudeModels.Sonnet45.WithId(id)).Reply(new ClaudeResponse { Content = [new ClaudeTextBlock("its own")] });
        ClaudeResponse own = await fake.Client.InvokeAsync(ClaudeModels.Sonnet45.WithId(id), request);

        Assert.Contains("jetty", simulated.Text, StringComparison.Ordinal);
        Assert.Equal(("of the model", "its own"), (ofModel.Text, own.Text));
        Assert.Equal(id, fake.Calls[0].ModelId);
    }

    private static BedrockClientOptions Options(BedrockServer server, string secret, string region) => new()
    {
        Credentials = new BasicAWSCredentials("AKIAFIXED", secret), Region = region, ServiceUrl = server.Url, MaxAttempts = 1,
    };

    private static HttpRequestMessage Converse(BedrockServer server, Version version, string verb = "converse", string? key = null) => new(
        HttpMethod.Post, new Uri(server.Url, $"/model/amazon.nova-lite-v1%3A0/{verb}"))
    {
        Version = version,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key ?? server.ApiKey) },
        Content = new StringContent("""{"messages":[{"role":"user","content":[{"text":"Hello"}]}]}""", Encoding.UTF8, "application/json"),
    };
}
