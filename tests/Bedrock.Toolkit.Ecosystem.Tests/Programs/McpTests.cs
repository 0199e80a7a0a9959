using System.IO.Pipelines;
using System.Net;
using Amazon.Runtime;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>Tools of a server of the Model Context Protocol, called by a model of Bedrock.</summary>
public sealed class McpTests
{
    private const string Model = "us.amazon.nova-lite-v1:0";

    [Fact]
    public async Task Tools_OfAServer_AreCalledAndAnswered()
    {
        var toServer = new Pipe();
        var toClient = new Pipe();
        using var end = new CancellationTokenSource();
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "harbour", Version = "1" },
            ToolCollection =
            [
                McpServerTool.Create((int count) => $"{count} boats", new McpServerToolCreateOptions { Name = "boats", Description = "Counts boats." }),
                McpServerTool.Create(
                    () => new AudioContentBlock { Data = "c291bmQ="u8.ToArray(), MimeType = "audio/wav" },
                    new McpServerToolCreateOptions { Name = "listen", Description = "Listens." }),
            ],
        };
        await using McpServer server = McpServer.Create(new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream()), options);
        Task running = server.RunAsync(end.Token);
        await using McpClient client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()));
        IList<McpClientTool> tools = await client.ListToolsAsync();
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model)
            .Reply(Call("c1", "boats", """{"count":7}"""))
            .Reply(Call("c2", "listen", "{}"))
            .Reply(request => new ConverseResponse { Output = Message.Assistant("Done."), StopReason = StopReason.EndTurn });
        using IChatClient chat = fake.Client.AsIChatClient(Model).AsBuilder().UseFunctionInvocation().Build();

        ChatResponse response = await chat.GetResponseAsync("How many boats, and what do you hear?", new ChatOptions { Tools = [.. tools] });

        Assert.EndsWith("Done.", response.Text, StringComparison.Ordinal);
        string sent = BedrockJson.Serialize(fake.ConverseRequests(Model)[^1]);
        Assert.Contains("7 boats", sent, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"listen\"", sent, StringComparison.Ordinal);
        await end.CancelAsync();
        await Task.WhenAny(running);
    }

    [Fact]
    public async Task Tools_OfAnAgentCoreGateway_AreListedAndCalledBySignedRequests()
    {
        await using McpGateway gateway = await McpGateway.StartAsync(Boats());
        using HttpClient http = Signing(gateway, McpGateway.SecretKey);
        await using McpClient client = await McpClient.CreateAsync(Transport(http));
        IList<McpClientTool> tools = await client.ListToolsAsync();
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model)
            .Reply(Call("c1", "harbour___boats", """{"count":7}"""))
            .Reply(request => new ConverseResponse { Output = Message.Assistant("Done."), StopReason = StopReason.EndTurn });
        using IChatClient chat = fake.Client.AsIChatClient(Model).AsBuilder().UseFunctionInvocation().Build();

        ChatResponse response = await chat.GetResponseAsync("How many boats?", new ChatOptions { Tools = [.. tools] });

        Assert.Equal("harbour___boats", Assert.Single(tools).Name);
        Assert.EndsWith("Done.", response.Text, StringComparison.Ordinal);
        Assert.Contains("7 boats", BedrockJson.Serialize(fake.ConverseRequests(Model)[^1]), StringComparison.Ordinal);
        Assert.Contains("tools/list", gateway.Taken);
        Assert.Equal("tools/call", gateway.Taken.Last());
    }

    [Fact]
    public async Task Tools_OfAnAgentCoreGatewayThatKnowsAnotherKey_AreRefused()
    {
        await using McpGateway gateway = await McpGateway.StartAsync(Boats());
        using HttpClient http = Signing(gateway, "another-key");

        HttpRequestException e = await Assert.ThrowsAsync<HttpRequestException>(() => McpClient.CreateAsync(Transport(http)));

        Assert.Equal(HttpStatusCode.Forbidden, e.StatusCode);
        Assert.Empty(gateway.Taken);
    }

    private static McpServerTool Boats() =>
        McpServerTool.Create((int count) => $"{count} boats", new McpServerToolCreateOptions { Name = "harbour___boats", Description = "Counts boats." });

    // The Region is that of the gateway's name, not of the options.
    private static HttpClient Signing(McpGateway gateway, string secretKey) => new(new BedrockSigningHandler(
        new BedrockClientOptions { Region = "us-east-1", Credentials = new BasicAWSCredentials(McpGateway.AccessKey, secretKey) }, gateway.Connections()));

    private static HttpClientTransport Transport(HttpClient http) =>
        new(new HttpClientTransportOptions { Endpoint = McpGateway.Endpoint, TransportMode = HttpTransportMode.StreamableHttp }, http);

    private static ConverseResponse Call(string id, string name, string input) => new()
    {
        Output = Message.Assistant(new ToolUseBlock { ToolUseId = id, Name = name, Input = System.Text.Json.JsonElement.Parse(input) }),
        StopReason = StopReason.ToolUse,
    };
}
