using System.Net;
using System.Text;
using Amazon.Runtime;
using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bedrock.Toolkit.Tests.Doors;

public sealed class BedrockSigningHandlerTests
{
    private const string Body = """{"messages":[{"role":"user","content":"Is pier 3 free?"}]}""";

    [Theory]
    [InlineData("text")]
    [InlineData("stream")]
    [InlineData("unknown length")]
    public async Task SendAsync_BodyOfAnyKind_IsSignedAsItIsSent(string kind)
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using var http = new HttpClient(new BedrockSigningHandler(Options(server), new SocketsHttpHandler()));
        using HttpContent content = kind switch
        {
            "text" => new StringContent(Body, Encoding.UTF8, "application/json"),
            "stream" => new StreamContent(new OnceStream(Encoding.UTF8.GetBytes(Body))),
            _ => new UnknownLength(Body),
        };
        content.Headers.ContentType = new("application/json");

        using HttpResponseMessage answer = await http.PostAsync(new Uri(server.Url, "model/openai.gpt-oss-20b-1%3A0/invoke"), content);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task SendAsync_ForeignKeys_AreReplaced()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using var http = new HttpClient(new BedrockSigningHandler(Keys(), handler));
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://bedrock-mantle.us-west-2.api.aws/v1/responses")
        {
            Content = new StringContent(Body),
        };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer sk-of-the-vendor");
        request.Headers.TryAddWithoutValidation("x-api-key", "sk-of-the-vendor");

        using HttpResponseMessage answer = await http.SendAsync(request);

        SentRequest sent = Assert.Single(handler.Sent);
        Assert.DoesNotContain("x-api-key", sent.Headers.Keys);
        Assert.Contains("/us-west-2/bedrock-mantle/aws4_request", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.DoesNotContain("sk-of-the-vendor", sent.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://bedrock-runtime.eu-central-1.amazonaws.com/openai/v1/responses", "/eu-central-1/bedrock/")]
    [InlineData("https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com/x", "/us-gov-west-1/bedrock/")]
    [InlineData("https://vpce-0123.bedrock-runtime.us-east-2.vpce.amazonaws.com/x", "/us-east-2/bedrock/")]
    [InlineData("https://harbour-4fz.gateway.bedrock-agentcore.eu-west-1.amazonaws.com/mcp", "/eu-west-1/bedrock-agentcore/")]
    [InlineData("https://bedrock-agentcore.us-west-2.amazonaws.com/runtimes/x/invocations", "/us-west-2/bedrock-agentcore/")]
    [InlineData("http://localhost:1234/x", "/ap-south-1/bedrock/")]
    public async Task SendAsync_Host_GivesRegionAndService(string address, string scope)
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        BedrockClientOptions options = Keys();
        options.Region = "ap-south-1";
        using var http = new HttpClient(new BedrockSigningHandler(options, handler));

        using HttpResponseMessage answer = await http.GetAsync(new Uri(address));

        Assert.Contains(scope, Assert.Single(handler.Sent).Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://harbour.gateway.bedrock-runtime.eu-west-1.amazonaws.com/mcp")]
    [InlineData("https://gateway.bedrock-agentcore.eu-west-1.amazonaws.com.example/mcp")]
    [InlineData("https://a.b.gateway.bedrock-agentcore.eu-west-1.amazonaws.com/mcp")]
    public async Task SendAsync_HostThatOnlyLooksLikeAGateway_IsNotSignedFor(string address)
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using var http = new HttpClient(new BedrockSigningHandler(Keys(), handler));

        await Assert.ThrowsAsync<BedrockAuthenticationException>(() => http.GetAsync(new Uri(address)));

        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task SendAsync_HostOfOthers_GetsNoKey()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using var http = new HttpClient(new BedrockSigningHandler(new BedrockClientOptions { Region = "us-east-1", ApiKey = "bedrock-key" }, handler));

        BedrockAuthenticationException e =
            await Assert.ThrowsAsync<BedrockAuthenticationException>(() => http.GetAsync(new Uri("https://api.openai.com/v1/models")));

        Assert.Contains("api.openai.com", e.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task SendAsync_TokenIsExpired_SendsOnceMoreWithTheNewOne()
    {
        int made = 0;
        var credentials = new ScriptedCredentials(() => Task.FromResult(new ImmutableCredentials($"AKIDEXAMPLE{made++}", "secret", "token")));
        var handler = new ScriptedHandler(_ => Answers.Error(403, "ExpiredTokenException"), _ => Answers.Json("{}"));
        using var http = new HttpClient(new BedrockSigningHandler(new BedrockClientOptions { Region = "us-east-1", Credentials = credentials }, handler));

        using HttpResponseMessage answer = await http.PostAsync(new Uri("https://bedrock-runtime.us-east-1.amazonaws.com/x"), new StringContent(Body));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, handler.Sent.Count);
        Assert.NotEqual(handler.Sent[0].Headers["Authorization"], handler.Sent[1].Headers["Authorization"]);
        Assert.Equal(Body, Encoding.UTF8.GetString(handler.Sent[1].Body));
    }

    [Fact]
    public async Task SendAsync_ApiKeyOverPlainHttp_IsRefused()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using var http = new HttpClient(new BedrockSigningHandler(new BedrockClientOptions { Region = "us-east-1", ApiKey = "bedrock-key" }, handler));

        await Assert.ThrowsAsync<BedrockAuthenticationException>(() => http.GetAsync(new Uri("http://127.0.0.1:1/x")));

        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task AddBedrockSigning_OfTheHost_TakesItsOptions()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        var services = new ServiceCollection();
        services.AddBedrock(options =>
        {
            options.Region = server.Region;
            options.Credentials = server.Credentials;
        });
        services.AddHttpClient("openai").AddBedrockSigning();
        await using ServiceProvider provider = services.BuildServiceProvider();
        HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("openai");

        using HttpResponseMessage answer = await http.PostAsync(new Uri(server.Url, "model/openai.gpt-oss-20b-1%3A0/invoke"), new StringContent(Body));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static BedrockClientOptions Keys() => new() { Region = "us-east-1", Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret") };

    private static BedrockClientOptions Options(BedrockServer server) => new() { Region = server.Region, Credentials = server.Credentials };

    private sealed class OnceStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class UnknownLength(string text) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
