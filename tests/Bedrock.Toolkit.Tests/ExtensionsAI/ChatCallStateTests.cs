using System.Text.Json;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Wire = Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>Calls that must not be run, behind the function invocation of Microsoft.Extensions.AI.</summary>
public sealed class ChatCallStateTests
{
    private const string Model = "us.amazon.nova-lite-v1:0";

    public static TheoryData<string, string, string> Unrunnable => new()
    {
        { "max_tokens", """{"confirm":true}""", "length" },
        { "model_context_window_exceeded", """{"confirm":true}""", "length" },
        { "guardrail_intervened", """{"confirm":true}""", "content_filter" },
        { "content_filtered", """{"confirm":true}""", "content_filter" },
        { "malformed_tool_use", "\"{\\\"confirm\\\":tr\"", "malformed_tool_use" },
        { "malformed_model_output", """{"confirm":true}""", "malformed_model_output" },
        { "a_reason_of_next_year", """{"confirm":true}""", "a_reason_of_next_year" },
        { "tool_use", "\"{\\\"confirm\\\":tr\"", "tool_calls" },
        { "tool_use", "[true]", "tool_calls" },
    };

    [Theory]
    [MemberData(nameof(Unrunnable))]
    public async Task Call_OfAnAnswerThatIsNotToRun_IsMarkedAndNotRun(string reason, string input, string finish)
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply(Answer(reason, input));
        (IChatClient chat, Counter runs) = Client(fake);

        ChatResponse response = await chat.GetResponseAsync("Go.", Options(runs));

        Check(fake, response, runs, finish);
    }

    [Theory]
    [MemberData(nameof(Unrunnable))]
    public async Task Call_OfAStreamThatIsNotToRun_IsMarkedAndNotRun(string reason, string input, string finish)
    {
        using var fake = new FakeBedrock();
        string raw = JsonElement.Parse(input) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : input;
        fake.WhenConverse(Model).Stream(Stream(reason, raw));
        (IChatClient chat, Counter runs) = Client(fake);

        ChatResponse response = await chat.GetStreamingResponseAsync("Go.", Options(runs)).ToChatResponseAsync();

        Check(fake, response, runs, finish);
    }

    [Fact]
    public async Task Call_ThatIsWhole_IsRun()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Stream(Stream("tool_use", """{"confirm":true}""")).Stream(
            [new Wire.ContentBlockDeltaEvent { ContentBlockIndex = 0, Delta = new Wire.TextDelta("Done.") },
                new Wire.MessageStopEvent { StopReason = Wire.StopReason.EndTurn }]);
        (IChatClient chat, Counter runs) = Client(fake);

        ChatResponse response = await chat.GetStreamingResponseAsync("Go.", Options(runs)).ToChatResponseAsync();

        Assert.Equal(1, runs.Count);
        Assert.EndsWith("Done.", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_WithACallThatWasNotRun_HasAnErrorResultForIt()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply(Answer("tool_use", "\"{\"")).Reply(Answer("end_turn", null));
        (IChatClient chat, Counter runs) = Client(fake);
        List<ChatMessage> history = [new(ChatRole.User, "Go.")];
        history.AddMessages(await chat.GetResponseAsync(history, Options(runs)));
        history.Add(new ChatMessage(ChatRole.User, "And?"));

        ChatResponse second = await chat.GetResponseAsync(history, Options(runs));

        Wire.ConverseRequest sent = fake.ConverseRequests(Model)[1];
        Assert.Equal("{}", ((Wire.ToolUseContent)sent.Messages[1].Content[^1]).ToolUse!.Input.GetRawText());
        Assert.Equal(Wire.ToolResultStatus.Error, ((Wire.ToolResultBlockContent)sent.Messages[2].Content[0]).ToolResult!.Status);
        Assert.Equal("And?", ((Wire.TextBlock)sent.Messages[2].Content[1]).Text);
        Assert.NotEmpty(second.GetWarnings());
        Assert.Equal(0, runs.Count);
    }

    [Fact]
    public void StateIn_EveryReason_IsRunnableOnlyAfterAnOrdinaryEnd()
    {
        var call = new Wire.ToolUseBlock { ToolUseId = "t", Name = "n" };
        Assert.Equal(Wire.ToolCallState.Runnable, call.StateIn(null));
        Assert.Equal(Wire.ToolCallState.Runnable, call.StateIn(Wire.StopReason.ToolUse));
        Assert.Equal(Wire.ToolCallState.Cut, call.StateIn(Wire.StopReason.MaxTokens));
        Assert.Equal(Wire.ToolCallState.Blocked, call.StateIn(Wire.StopReason.ContentFiltered));
        Assert.Equal(Wire.ToolCallState.Malformed, call.StateIn(Wire.StopReason.MalformedToolUse));
        Assert.Equal(Wire.ToolCallState.Unknown, call.StateIn(new Wire.StopReason("later")));
        call.Type = Wire.ToolUseType.ServerToolUse;
        Assert.Equal(Wire.ToolCallState.OfService, call.StateIn(Wire.StopReason.ToolUse));
    }

    private static void Check(FakeBedrock fake, ChatResponse response, Counter runs, string finish)
    {
        Assert.Equal(0, runs.Count);
        Assert.Single(fake.Calls);
        Assert.Equal(finish, response.FinishReason?.Value);
        FunctionCallContent call = Assert.Single(response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>());
        Assert.True(call.InformationalOnly);
        Assert.NotNull(call.Exception);
    }

    private static Wire.ConverseResponse Answer(string reason, string? input) => new()
    {
        Output = input is null
            ? Wire.Message.Assistant("Well.")
            : Wire.Message.Assistant("I do it.", new Wire.ToolUseBlock { ToolUseId = "t1", Name = "delete_all", Input = JsonElement.Parse(input) }),
        StopReason = new Wire.StopReason(reason),
    };

    private static Wire.ConverseStreamEvent[] Stream(string reason, string raw) =>
    [
        new Wire.MessageStartEvent { Role = Wire.ConversationRole.Assistant },
        new Wire.ContentBlockStartEvent { ContentBlockIndex = 0,
            Start = new Wire.ToolUseStart(new Wire.ToolUseBlockStart { ToolUseId = "t1", Name = "delete_all" }) },
        new Wire.ContentBlockDeltaEvent { ContentBlockIndex = 0, Delta = new Wire.ToolUseDelta(new Wire.ToolUseBlockDelta { Input = raw }) },
        new Wire.ContentBlockStopEvent { ContentBlockIndex = 0 },
        new Wire.MessageStopEvent { StopReason = new Wire.StopReason(reason) },
    ];

    private static (IChatClient Chat, Counter Runs) Client(FakeBedrock fake) =>
        (fake.Client.AsIChatClient(Model).AsBuilder().UseFunctionInvocation().Build(), new Counter());

    private static ChatOptions Options(Counter runs) => new() { Tools = [AIFunctionFactory.Create((bool confirm = true) => runs.Note(confirm), "delete_all")] };

    /// <summary>Counts how often the function ran.</summary>
    private sealed class Counter
    {
        public int Count { get; private set; }

        public string Note(bool confirm)
        {
            Count++;
            return $"deleted {confirm}";
        }
    }
}
