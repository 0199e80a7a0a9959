using System.Diagnostics.Metrics;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;
using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>Agents of Microsoft.Agents.AI over Bedrock: tools, approvals, sessions that are stored, workflows. Alone, because of the listener.</summary>
[Collection("alone")]
public sealed class AgentTests : IDisposable
{
    private const string Model = "us.amazon.nova-lite-v1:0";

    private readonly FakeBedrock _fake = new();

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task Agent_WithATool_CallsItAndAnswers()
    {
        Script();
        int calls = 0;
        AIAgent agent = _fake.Client.AsIChatClient(Model).AsAIAgent("Be brief.", "Guide", tools: [AIFunctionFactory.Create(() => $"fog {++calls}", "weather")]);

        AgentResponse response = await agent.RunAsync("What is the weather?");
        string streamed = string.Concat((await ToListAsync(agent.RunStreamingAsync("What is the weather?"))).Select(update => update.Text));

        Assert.Equal(("It is fog 1.", "It is fog 2."), (response.Text, streamed));
        Assert.Equal(2, calls);
        Assert.All(_fake.ConverseRequests(Model), sent => Assert.IsType<SystemTextContent>(Assert.Single(sent.System!)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Agent_WithAnApproval_AsksAndGoesOn(bool approved)
    {
        Script();
        int calls = 0;
        AIAgent agent = _fake.Client.AsIChatClient(Model).AsAIAgent(
            "Be brief.", "Guide", tools: [new ApprovalRequiredAIFunction(AIFunctionFactory.Create(() => $"fog {++calls}", "weather"))]);
        AgentSession session = await agent.CreateSessionAsync();

        AgentResponse asking = await agent.RunAsync("What is the weather?", session);
        ToolApprovalRequestContent request = asking.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>().Single();
        AgentResponse answered = await agent.RunAsync(new ChatMessage(ChatRole.User, [request.CreateResponse(approved)]), session);
        AgentResponse after = await agent.RunAsync("Thanks.", session);

        Assert.Equal(approved ? 1 : 0, calls);
        Assert.StartsWith("It is ", answered.Text, StringComparison.Ordinal);
        Assert.Equal("You are welcome.", after.Text);
    }

    [Fact]
    public async Task Session_StoredAndLoaded_GoesOnWithTheConversation()
    {
        Script();
        AIAgent agent = _fake.Client.AsIChatClient(Model).AsAIAgent("Be brief.", "Guide", tools: [AIFunctionFactory.Create(() => "fog", "weather")]);
        AgentSession session = await agent.CreateSessionAsync();
        await agent.RunAsync("What is the weather?", session);

        JsonElement stored = await agent.SerializeSessionAsync(session);
        AgentSession loaded = await agent.DeserializeSessionAsync(JsonElement.Parse(stored.GetRawText()));
        AgentResponse after = await agent.RunAsync("Thanks.", loaded);

        Assert.Equal("You are welcome.", after.Text);
        Assert.Equal(["user", "assistant", "user", "assistant", "user"], _fake.ConverseRequests(Model)[^1].Messages.Select(message => message.Role.ToString()));
    }

    [Fact]
    public async Task Agent_WithATypedAnswer_ReadsIt()
    {
        AIAgent agent = _fake.Client.AsIChatClient(Model).AsAIAgent("Be brief.", "Guide");

        AgentResponse<Harbour> response = await agent.RunAsync<Harbour>("A harbour with 12 boats.", serializerOptions: JsonSerializerOptions.Web);

        Assert.Equal(12, response.Result.Boats);
    }

    [Fact]
    public async Task Workflow_OfTwoAgents_PassesTheConversationOn()
    {
        _fake.WhenConverse(Model).Reply(request => Text(request.System?.OfType<SystemTextContent>().First().Text == "Translate." ? "Nebel" : "Fog"));
        AIAgent writer = _fake.Client.AsIChatClient(Model).AsAIAgent("Write.", "Writer");
        AIAgent translator = _fake.Client.AsIChatClient(Model).AsAIAgent("Translate.", "Translator");
        Workflow workflow = AgentWorkflowBuilder.BuildSequential([writer, translator]);

        AgentResponse response = await workflow.AsAIAgent("chain", "Chain").RunAsync("What is outside?");

        Assert.Contains("Nebel", response.Text, StringComparison.Ordinal);
        IReadOnlyList<ConverseRequest> sent = _fake.ConverseRequests(Model);
        Assert.Equal(2, sent.Count);
        Assert.Contains("Fog", BedrockJson.Serialize(sent[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Agent_WithTelemetryOfItsOwn_LeavesTheTokensToIt(bool onAgent, bool onChat)
    {
        const string outer = "Agent.Telemetry";
        long own = 0;
        long theirs = 0;
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "gen_ai.client.token.usage" && (instrument.Meter.Name is outer or BedrockTelemetry.MeterName))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, _, _) => Add(instrument, value));
        meters.SetMeasurementEventCallback<int>((instrument, value, _, _) => Add(instrument, value));
        meters.Start();
        _fake.WhenConverse(Model).Reply(new ConverseResponse
        {
            Output = Message.Assistant("Fog."),
            StopReason = StopReason.EndTurn,
            Usage = new TokenUsage { InputTokens = 40, OutputTokens = 20, TotalTokens = 60 },
        });
        IChatClient chat = _fake.Client.AsIChatClient(Model);
        AIAgent agent = (onChat ? chat.AsBuilder().UseOpenTelemetry(sourceName: outer).Build() : chat).AsAIAgent("Be brief.", "Guide");
        agent = onAgent ? agent.AsBuilder().UseOpenTelemetry(sourceName: outer).Build() : agent;

        await agent.RunAsync("What is the weather?");
        await ToListAsync(agent.RunStreamingAsync("What is the weather?"));

        // Telemetry on an agent counts for the agent and for its chat client, which is Microsoft's own affair: the library adds nothing.
        Assert.Equal((0, onAgent ? 240 : 120), (own, theirs));

        void Add(Instrument instrument, long value)
        {
            _ = instrument.Meter.Name == outer ? Interlocked.Add(ref theirs, value) : Interlocked.Add(ref own, value);
        }
    }

    // One brain for calls and streams: a call of the tool, then what it said.
    private void Script() => _fake.WhenConverse(Model).Reply(request => request.Messages[^1].Content switch
    {
        [.., ToolResultBlockContent { ToolResult: { Content: [ToolResultText said, ..] } }] => Text($"It is {said.Text}."),
        [.., TextBlock { Text: "Thanks." }] => Text("You are welcome."),
        _ => new ConverseResponse
        {
            Output = Message.Assistant(new ToolUseBlock { ToolUseId = $"c{request.Messages.Count}", Name = "weather", Input = JsonElement.Parse("{}") }),
            StopReason = StopReason.ToolUse,
        },
    });

    private static ConverseResponse Text(string text) => new() { Output = Message.Assistant(text), StopReason = StopReason.EndTurn };

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }

    private sealed record Harbour(int Boats);
}
