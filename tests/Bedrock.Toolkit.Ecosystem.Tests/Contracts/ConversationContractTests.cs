using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Ecosystem.Tests.Contracts;

/// <summary>Typed answers of single values, streams that go back into a history, and histories that are summed up.</summary>
public sealed class ConversationContractTests : IDisposable
{
    private const string Model = ChatModels.Nova;

    private readonly FakeBedrock _fake = new();

    public void Dispose() => _fake.Dispose();

    [Theory]
    [InlineData(ChatModels.Claude)]
    [InlineData(Model)]
    public async Task TypedAnswer_String_IsRead(string model)
    {
        Answer(model, """{"data":"Ada"}""");
        using IChatClient chat = _fake.Client.AsIChatClient(model);

        Assert.Equal("Ada", (await chat.GetResponseAsync<string>("Who is it?")).Result);
    }

    [Theory]
    [InlineData(ChatModels.Claude, true)]
    [InlineData(ChatModels.Claude, false)]
    [InlineData(Model, true)]
    [InlineData(Model, false)]
    public async Task TypedAnswer_Bool_IsRead(string model, bool value)
    {
        Answer(model, $$"""{"data":{{(value ? "true" : "false")}}}""");
        using IChatClient chat = _fake.Client.AsIChatClient(model);

        ChatResponse<bool> response = await chat.GetResponseAsync<bool>("Is the pier free?");

        Assert.True(response.TryGetResult(out bool read));
        Assert.Equal((value, value), (read, response.Result));
    }

    [Fact]
    public async Task TypedAnswer_WithoutANativeForm_IsReadFromTheText()
    {
        _fake.WhenConverse(Model).Reply("""{"name":"Skerrin","boats":7}""");
        using IChatClient chat = _fake.Client.AsIChatClient(Model);

        ChatResponse<Harbour> response = await chat.GetResponseAsync<Harbour>("Which harbour?", System.Text.Json.JsonSerializerOptions.Web,
            useJsonSchemaResponseFormat: false);

        Assert.Equal(new Harbour("Skerrin", 7), response.Result);
        Assert.Null(Assert.Single(_fake.ConverseRequests(Model)).ToolConfig);
    }

    [Fact]
    public async Task StreamedAnswer_GoesIntoTheHistoryAsOneMessage()
    {
        _fake.WhenConverse(Model).Reply("One two three four five six seven.").Reply("Yes.");
        using IChatClient chat = _fake.Client.AsIChatClient(Model);
        List<ChatMessage> history = [new(ChatRole.User, "Count.")];

        await history.AddMessagesAsync(chat.GetStreamingResponseAsync(history));
        history.Add(new(ChatRole.User, "Sure?"));
        await chat.GetResponseAsync(history);

        Assert.Equal("One two three four five six seven.", Assert.IsType<TextContent>(Assert.Single(history[1].Contents, c => c is TextContent)).Text);
        Message sent = _fake.ConverseRequests(Model)[1].Messages[1];
        Assert.Equal("One two three four five six seven.", Assert.IsType<TextBlock>(Assert.Single(sent.Content)).Text);
    }

    [Theory]
    [InlineData(false, 2, 1)]
    [InlineData(true, 2, 1)]
    [InlineData(false, 3, 0)]
    public async Task Reducer_ThatSumsUp_SendsTheSummaryAndTheLastTurns(bool streams, int target, int threshold)
    {
        _fake.WhenConverse(Model).Reply("Ada likes fog.").Reply("Yes, Ada.");
        using IChatClient chat = Reducing(new SummarizingChatReducer(_fake.Client.AsIChatClient(Model), target, threshold));
        List<ChatMessage> history = History();

        string answer = streams ? (await chat.GetStreamingResponseAsync(history).ToChatResponseAsync()).Text : (await chat.GetResponseAsync(history)).Text;

        Assert.Equal("Yes, Ada.", answer);
        Assert.Equal(["Converse", streams ? "ConverseStream" : "Converse"], _fake.Calls.Select(call => call.Operation));
        ConverseRequest sent = _fake.ConverseRequests(Model)[1];
        string all = BedrockJson.Serialize(sent);
        Assert.Contains("Ada likes fog.", all, StringComparison.Ordinal);
        Assert.Contains("Who am I?", all, StringComparison.Ordinal);
        Assert.DoesNotContain("My name is Ada.", all, StringComparison.Ordinal);
        Assert.All(_fake.ConverseRequests(Model), request => Assert.Equal(ConversationRole.User, request.Messages[0].Role));
    }

    [Fact]
    public async Task Reducer_OnAnEvenNumberOfOldTurns_AsksInATurnOfTheUser()
    {
        _fake.WhenConverse(ChatModels.Claude).Reply("Ada likes fog.").Reply("Yes, Ada.");
        var reducer = new SummarizingChatReducer(_fake.Client.AsIChatClient(ChatModels.Claude), 3, 0);
        using IChatClient chat = _fake.Client.AsIChatClient(ChatModels.Claude).AsBuilder().UseChatReducer(reducer).Build();

        await chat.GetResponseAsync(History());

        // A last turn of the model would be the beginning of its answer.
        Assert.All(_fake.ConverseRequests(ChatModels.Claude), request => Assert.Equal(ConversationRole.User, request.Messages[^1].Role));
    }

    [Fact]
    public async Task Reducer_WithASystemMessage_KeepsIt()
    {
        _fake.WhenConverse(Model).Reply("Ada likes fog.").Reply("Yes, Ada.");
        using IChatClient chat = Reducing(new SummarizingChatReducer(_fake.Client.AsIChatClient(Model), 2, 0));

        await chat.GetResponseAsync([new(ChatRole.System, "Speak like a sailor."), .. History()]);

        ConverseRequest sent = _fake.ConverseRequests(Model)[1];
        Assert.Equal("Speak like a sailor.", ((SystemTextContent)Assert.Single(sent.System!)).Text);
        Assert.Contains(sent.Messages, message => message.Text.Contains("Ada likes fog.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reducer_WithAPromptOfItsOwn_AsksByIt()
    {
        _fake.WhenConverse(Model).Reply("Ada likes fog.").Reply("Yes, Ada.");
        var reducer = new SummarizingChatReducer(_fake.Client.AsIChatClient(Model), 2, 1) { SummarizationPrompt = "Say who it is, in five words." };
        using IChatClient chat = Reducing(reducer);

        await chat.GetResponseAsync(History());

        Assert.Contains("in five words", BedrockJson.Serialize(_fake.ConverseRequests(Model)[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("in five words", BedrockJson.Serialize(_fake.ConverseRequests(Model)[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reducer_AroundFunctions_RunsThem(bool isOutermost)
    {
        int runs = 0;
        _fake.WhenConverse(Model).Reply(request => BedrockJson.Serialize(request).Contains("boats_now", StringComparison.Ordinal)
            ? request.Messages[^1].Content.OfType<ToolResultBlockContent>().Any()
                ? Said("Seven boats.")
                : new ConverseResponse
                {
                    Output = Message.Assistant(new ToolUseContent(
                        new ToolUseBlock { ToolUseId = "t1", Name = "boats_now", Input = System.Text.Json.JsonElement.Parse("{}") })),
                    StopReason = StopReason.ToolUse,
                }
            : Said("Ada asks for boats."));
        var reducer = new SummarizingChatReducer(_fake.Client.AsIChatClient(Model), 2, isOutermost ? 0 : 2);
        ChatClientBuilder builder = _fake.Client.AsIChatClient(Model).AsBuilder();
        using IChatClient chat = isOutermost
            ? builder.UseChatReducer(reducer).UseFunctionInvocation().Build()
            : builder.UseFunctionInvocation().UseChatReducer(reducer).Build();
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => 7 + (0 * ++runs), "boats_now")] };

        ChatResponse response = await chat.GetResponseAsync(History(), options);

        Assert.Equal("Seven boats.", response.Text.Trim());
        Assert.Equal(1, runs);

        static ConverseResponse Said(string text) => new() { Output = Message.Assistant(text), StopReason = StopReason.EndTurn };
    }

    private static List<ChatMessage> History() =>
    [
        new(ChatRole.User, "My name is Ada."), new(ChatRole.Assistant, "Hello Ada."), new(ChatRole.User, "I like fog."),
        new(ChatRole.Assistant, "So do I."), new(ChatRole.User, "And ships."), new(ChatRole.Assistant, "Good."), new(ChatRole.User, "Who am I?"),
    ];

    private IChatClient Reducing(IChatReducer reducer) => _fake.Client.AsIChatClient(Model).AsBuilder().UseChatReducer(reducer).Build();

    // By the tool that the first request offers, or as a text: whichever form the model has for typed answers.
    private void Answer(string model, string json) => _fake.WhenConverse(model).Reply(request =>
        request.ToolConfig?.Tools.OfType<SpecifiedTool>().FirstOrDefault()?.ToolSpec is { } tool
            ? new ConverseResponse
            {
                Output = Message.Assistant(new ToolUseContent(
                    new ToolUseBlock { ToolUseId = "t1", Name = tool.Name, Input = System.Text.Json.JsonElement.Parse(json) })),
                StopReason = StopReason.ToolUse,
            }
            : new ConverseResponse { Output = Message.Assistant(json), StopReason = StopReason.EndTurn });

    private sealed record Harbour(string Name, int Boats);
}
