using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Bedrock.Toolkit.Testing;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Wire = Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>The middleware of Microsoft.Extensions.AI, and Microsoft.Agents.AI, on top of the chat client, over real HTTP.</summary>
public class ChatMiddlewareTests
{
    private const string Model = "us.amazon.nova-lite-v1:0";

    private static readonly Wire.ConverseResponse TwoCalls = new()
    {
        Output = Wire.Message.Assistant(
            "I look it up.",
            new Wire.ToolUseBlock { ToolUseId = "c1", Name = "weather", Input = JsonElement.Parse("""{"city":"Rome"}""") },
            new Wire.ToolUseBlock { ToolUseId = "c2", Name = "time", Input = JsonElement.Parse("""{"city":"Oslo"}""") }),
        StopReason = Wire.StopReason.ToolUse,
        Usage = new TokenUsage { InputTokens = 1, OutputTokens = 2, TotalTokens = 3 },
    };

    private static readonly Wire.ConverseResponse Done = new()
    {
        Output = Wire.Message.Assistant("Sunny in Rome, noon in Oslo."),
        StopReason = Wire.StopReason.EndTurn,
        Usage = new TokenUsage { InputTokens = 10, OutputTokens = 20, TotalTokens = 30 },
    };

    private static List<AITool> Tools(ConcurrentBag<string> calls) =>
    [
        AIFunctionFactory.Create((string city) => Note(calls, $"weather {city}", "sunny"), "weather"),
        AIFunctionFactory.Create((string city) => Note(calls, $"time {city}", "noon"), "time"),
    ];

    private static string Note(ConcurrentBag<string> calls, string call, string result)
    {
        calls.Add(call);
        return result;
    }

    private static void CheckSecondRequest(Wire.ConverseRequest sent)
    {
        Assert.Equal(3, sent.Messages.Count);
        Assert.Equal(BedrockJson.Serialize(TwoCalls.Message), BedrockJson.Serialize(sent.Messages[1]));
        Assert.Equal(
            """{"role":"user","content":[{"toolResult":{"toolUseId":"c1","content":[{"text":"sunny"}]}},{"toolResult":{"toolUseId":"c2","content":[{"text":"noon"}]}}]}""",
            BedrockJson.Serialize(sent.Messages[2]));
    }

    [Fact]
    public async Task FunctionInvocation_TwoParallelTools_AreAnsweredInOneMessage()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient bedrock = server.CreateClient();
        server.WhenConverse(Model).Reply(TwoCalls).Reply(Done);
        ConcurrentBag<string> calls = [];
        using IChatClient client = bedrock.AsIChatClient(Model).AsBuilder().UseFunctionInvocation(configure: f => f.AllowConcurrentInvocation = true).Build();

        ChatResponse response = await client.GetResponseAsync("Rome and Oslo?", new ChatOptions { Tools = Tools(calls) });

        Assert.EndsWith("Sunny in Rome, noon in Oslo.", response.Text, StringComparison.Ordinal);
        Assert.Equal(["time Oslo", "weather Rome"], calls.Order());
        CheckSecondRequest(server.ConverseRequests(Model)[1]);
        Assert.Equal(33, response.Usage?.TotalTokenCount);
    }

    [Fact]
    public async Task FunctionInvocation_TwoParallelTools_Streaming()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient bedrock = server.CreateClient();
        server.WhenConverse(Model).Stream(TwoCalls.ToStreamEvents()).Stream(Done.ToStreamEvents());
        ConcurrentBag<string> calls = [];
        using IChatClient client = bedrock.AsIChatClient(Model).AsBuilder().UseFunctionInvocation().Build();

        ChatResponse response = await client.GetStreamingResponseAsync("Rome and Oslo?", new ChatOptions { Tools = Tools(calls) }).ToChatResponseAsync();

        Assert.EndsWith("Sunny in Rome, noon in Oslo.", response.Text, StringComparison.Ordinal);
        Assert.Equal(2, calls.Count);
        CheckSecondRequest(server.ConverseRequests(Model)[1]);
    }

    [Fact]
    public async Task FunctionInvocation_WithASchema_CallsTheToolsAndThenAnswersInForm()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient bedrock = server.CreateClient();
        server.WhenConverse(Model).Reply(TwoCalls).Reply(new Wire.ConverseResponse
        {
            Output = Wire.Message.Assistant(new Wire.ToolUseBlock { ToolUseId = "a", Name = "Answer", Input = JsonElement.Parse("""{"sky":"sunny"}""") }),
            StopReason = Wire.StopReason.ToolUse,
        });
        using IChatClient client = bedrock.AsIChatClient(Model).AsBuilder().UseFunctionInvocation().Build();

        ChatResponse<Answer> response = await client.GetResponseAsync<Answer>("Rome?", JsonSerializerOptions.Web, new ChatOptions { Tools = Tools([]) });

        Assert.Equal("sunny", response.Result.Sky);
    }

    [Fact]
    public async Task DistributedCache_SecondCall_IsNotSentAndIsTheSame()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient bedrock = server.CreateClient();
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        using IChatClient client = bedrock.AsIChatClient(Model).AsBuilder().UseDistributedCache(cache).Build();
        var options = new ChatOptions { Seed = 7 };

        ChatResponse first = await client.GetResponseAsync("Hello", options);
        ChatResponse second = await client.GetResponseAsync("Hello", options);
        string third = (await client.GetStreamingResponseAsync("Hello", options).ToChatResponseAsync()).Text;
        string fourth = (await client.GetStreamingResponseAsync("Hello", options).ToChatResponseAsync()).Text;

        Assert.Equal(["Converse", "ConverseStream"], server.Calls.Select(call => call.Operation));
        Assert.Equal((first.Text, first.ResponseId, first.Usage!.TotalTokenCount), (second.Text, second.ResponseId, second.Usage!.TotalTokenCount));
        Assert.Equal(third, fourth);
        Assert.Contains("Seed", Assert.Single(second.GetWarnings()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logging_OnTop_LogsBothCalls()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient bedrock = server.CreateClient();
        var log = new ListLogger();
        using IChatClient client = new LoggingChatClient(bedrock.AsIChatClient(Model), log);

        await client.GetResponseAsync("Hello");
        await client.GetStreamingResponseAsync("Hello").ToListAsync();

        Assert.Contains(log.Lines, line => line.Contains("GetResponseAsync completed", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("GetStreamingResponseAsync completed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenTelemetry_OnTop_HasProviderModelsTokensAndFinish()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient bedrock = server.CreateClient();
        server.WhenConverse(Model).Reply(Done).Stream(Done.ToStreamEvents());
        string source = Guid.NewGuid().ToString();
        ConcurrentQueue<Activity> activities = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using IChatClient client = bedrock.AsIChatClient(Model).AsBuilder().UseOpenTelemetry(sourceName: source).Build();

        await client.GetResponseAsync("A secret question", new ChatOptions { MaxOutputTokens = 99 });
        await client.GetStreamingResponseAsync("A secret question").ToListAsync();

        Assert.Equal(2, activities.Count);
        Assert.All(activities, activity =>
        {
            Assert.Equal($"chat {Model}", activity.DisplayName);
            Assert.Equal("aws.bedrock", activity.GetTagItem("gen_ai.provider.name"));
            Assert.Equal(Model, activity.GetTagItem("gen_ai.request.model"));
            Assert.Equal(Model, activity.GetTagItem("gen_ai.response.model"));
            Assert.Equal("10", activity.GetTagItem("gen_ai.usage.input_tokens")?.ToString());
            Assert.Equal("20", activity.GetTagItem("gen_ai.usage.output_tokens")?.ToString());
            Assert.NotNull(activity.GetTagItem("gen_ai.response.id"));
            Assert.DoesNotContain(activity.TagObjects, tag => tag.Value?.ToString()?.Contains("secret", StringComparison.Ordinal) == true);
        });
    }

    [Fact]
    public async Task Agent_TwoToolsAStreamAndASession_Work()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient bedrock = server.CreateClient();
        server.WhenConverse(Model).Reply(TwoCalls).Reply(Done).Stream(Done.ToStreamEvents());
        ConcurrentBag<string> calls = [];
        AIAgent agent = bedrock.AsIChatClient(Model).AsAIAgent(instructions: "Be brief.", name: "Guide", tools: Tools(calls));
        AgentSession session = await agent.CreateSessionAsync();

        AgentResponse first = await agent.RunAsync("Rome and Oslo?", session);
        List<AgentResponseUpdate> updates = await agent.RunStreamingAsync("And now?", session).ToListAsync();

        Assert.EndsWith("Sunny in Rome, noon in Oslo.", first.Text, StringComparison.Ordinal);
        Assert.Equal("Sunny in Rome, noon in Oslo.", string.Concat(updates.Select(u => u.Text)));
        Assert.Equal(2, calls.Count);
        IReadOnlyList<Wire.ConverseRequest> sent = server.ConverseRequests(Model);
        CheckSecondRequest(sent[1]);
        Assert.Equal(["user", "assistant", "user", "assistant", "user"], sent[2].Messages.Select(m => m.Role.ToString()));
        Assert.Equal("Be brief.", Assert.IsType<Wire.SystemTextContent>(sent[2].System!.Single()).Text);
        Assert.Equal("And now?", sent[2].Messages[4].Text);
    }

    internal sealed record Answer(string Sky);

    private sealed class ListLogger : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
