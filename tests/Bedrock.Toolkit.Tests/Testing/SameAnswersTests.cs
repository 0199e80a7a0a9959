using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.CountTokens;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>One suite of calls, and every face of the test kit gives the same answers to it.</summary>
public sealed class SameAnswersTests
{
    [Fact]
    public async Task Suite_OverEveryFace_GetsTheSameAnswers()
    {
        using var fake = new FakeBedrock();
        string expected = await RunAsync(fake.Client);
        Assert.True(expected.Split('\n').Length > 20, expected);

        string file = Path.Combine(Path.GetTempPath(), $"suite-{Guid.NewGuid():N}.json");
        try
        {
            await using BedrockServer server = await BedrockServer.StartAsync();
            using (BedrockClient direct = server.CreateClient())
            {
                Assert.Equal(expected, await RunAsync(direct));
            }

            using (Cassette recorder = Cassette.Record(file))
            using (BedrockClient recorded = recorder.CreateClient(o => (o.Credentials, o.Region, o.ServiceUrl) = (server.Credentials, server.Region, server.Url)))
            {
                Assert.Equal(expected, await RunAsync(recorded));
            }

            using (BedrockClient upstream = server.CreateClient())
            {
                await using BedrockServer proxy = await BedrockServer.StartAsync(new BedrockServerOptions { Upstream = upstream, UseTls = true });
                using BedrockClient behind = proxy.CreateClient();
                Assert.Equal(expected, await RunAsync(behind));
                Assert.Contains(fake.Calls, static call => call is { Operation: "InvokeModelWithResponseStream", OutputTokens: > 0 });
                Assert.Equal(fake.Calls.Select(CountsOf), proxy.Calls.Select(CountsOf));
            }

            await server.DisposeAsync();
            using Cassette cassette = Cassette.Replay(file);
            using BedrockClient replayed = cassette.CreateClient();
            Assert.Equal(expected, await RunAsync(replayed));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Upstream_HeadersOfACall_AreAllPassedOn()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient upstream = server.CreateClient();
        await using BedrockServer proxy = await BedrockServer.StartAsync(new BedrockServerOptions { Upstream = upstream });
        using BedrockClient behind = proxy.CreateClient();
        var options = new InvokeOptions { ServiceTier = BedrockServiceTier.Flex };
        options.RequestMetadata["team"] = "harbour";
        options.Headers["X-Amzn-Bedrock-Tomorrow"] = "new";

        await behind.InvokeAsync(NovaModels.Lite, NovaRequest.For("When does the tide turn?"), options);

        RecordedCall call = Assert.Single(server.Calls);
        Assert.Equal("""{"team":"harbour"}""", call.Headers["X-Amzn-Bedrock-Request-Metadata"]);
        Assert.Equal("flex", call.Headers["X-Amzn-Bedrock-Service-Tier"]);
        Assert.Equal("new", call.Headers["X-Amzn-Bedrock-Tomorrow"]);
    }

    [Fact]
    public async Task Upstream_ControlPlane_IsRefusedInWords()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient upstream = server.CreateClient();
        await using BedrockServer proxy = await BedrockServer.StartAsync(new BedrockServerOptions { Upstream = upstream });

        BedrockServiceException e = await Assert.ThrowsAnyAsync<BedrockServiceException>(() => proxy.Control.Client.ListFoundationModelsAsync());

        Assert.Contains("ListFoundationModels is not passed on", e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Calls);
    }

    private static (string?, int?, int?) CountsOf(RecordedCall call) => (call.Operation, call.InputTokens, call.OutputTokens);

    private static async Task<string> RunAsync(IBedrockClient client)
    {
        var log = new StringBuilder();
        await AddAsync("converse", async () => BedrockJson.Serialize(await client.ConverseAsync(NovaModels.Lite, "When does the tide turn?")));
        await AddAsync("converse stream", async () =>
        {
            List<string> events = [];
            await foreach (ConverseStreamEvent e in client.ConverseStreamAsync(NovaModels.Lite, "And tomorrow?"))
            {
                events.Add(BedrockJson.Serialize(e));
            }

            return string.Join('\n', events);
        });
        await AddAsync("tool", async () =>
        {
            var request = ConverseRequest.For("Use the weather tool for Oslo.");
            request.ToolConfig = new ToolConfiguration
            {
                Tools = [Tool.Create("weather", "Weather.", JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}}}"""))],
            };
            return BedrockJson.Serialize(await client.ConverseAsync(NovaModels.Lite, request));
        });
        var claude = new ClaudeRequest { MaxTokens = 50, Messages = [ClaudeMessage.User("What is a jetty?")] };
        await AddAsync("claude", async () =>
        {
            ClaudeResponse response = await client.InvokeAsync(ClaudeModels.Sonnet45.InProfile("us"), claude);
            return $"{BedrockJson.Serialize(response)} {response.Metadata!.InputTokens} {response.Metadata.OutputTokens} {response.Metadata.StatusCode}";
        });
        await AddAsync("claude stream", async () =>
        {
            List<string> events = [];
            await foreach (ClaudeStreamEvent e in client.StreamAsync(ClaudeModels.Sonnet45.InProfile("us"), claude))
            {
                events.Add(BedrockJson.Serialize(e));
            }

            return string.Join('\n', events);
        });
        await AddAsync("embed", async () =>
            BedrockJson.Serialize(await client.InvokeAsync(TitanModels.EmbedTextV2, new() { InputText = "hello", Dimensions = 256 }))[..200]);
        await AddAsync("count", async () => BedrockJson.Serialize(
            await client.CountTokensAsync(ClaudeModels.Haiku45.Id, CountTokensRequest.For(ConverseRequest.For("How many tokens is this?")))));
        await AddAsync("guardrail", async () => BedrockJson.Serialize(await client.ApplyGuardrailAsync("gr-1", "1",
            new ApplyGuardrailRequest { Source = GuardrailContentSource.Input, Content = ["hello"] })));
        await AddAsync("unknown model", async () => (await client.ConverseAsync("amazon.nova-unknown-v9:0", "hello")).Text);
        await AddAsync("no profile", async () => (await client.InvokeAsync(ClaudeModels.Sonnet45, claude)).Text);
        return log.ToString();

        async Task AddAsync(string name, Func<Task<string>> call)
        {
            string answer;
            try
            {
                answer = await call();
            }
            catch (BedrockException e)
            {
                answer = $"{e.GetType().Name} {(e as BedrockServiceException)?.StatusCode} {(e as BedrockServiceException)?.ErrorCode}";
            }

            log.Append(name).Append(": ").AppendLine(answer);
        }
    }
}
