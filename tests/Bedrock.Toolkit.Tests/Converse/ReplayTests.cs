using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>Answers on their way back: by the tool loop, by the list of messages, by the builder.</summary>
public sealed class ReplayTests
{
    private const string Nova = "us.amazon.nova-lite-v1:0";
    private const string Claude = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private static readonly JsonElement Object = JsonElement.Parse("""{"type":"object"}""");

    [Fact]
    public async Task Loop_InputThatIsNoObject_GoesBackAsObjectWithAnErrorResult()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Nova).Reply(Answer(Call("t1", "weather", "\"{\\n\\\":822\""))).Reply(Text("Sorry."));

        ToolLoopResult result = await fake.Client.ConverseWithToolsAsync(Nova, ConverseRequest.For("Paris?"), [Weather()]);

        ConverseRequest second = fake.ConverseRequests(Nova)[1];
        Assert.Equal("{}", ((ToolUseContent)second.Messages[1].Content[0]).ToolUse!.Input.GetRawText());
        Assert.Equal(ToolResultStatus.Error, ResultOf(second).Status);
        Assert.Equal("Sorry.", result.Text);
    }

    [Theory]
    [InlineData("browser.tabs.open", "browser_tabs_open")]
    [InlineData("weather<|channel|>commentary", "weather__channel__commentary")]
    [InlineData("", "unnamed")]
    public async Task Loop_NameThatTheServiceRefuses_GoesBackWithAnAlias(string name, string alias)
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Nova).Reply(Answer(Call("t1", name, "{}"))).Reply(Text("Sorry."));

        await fake.Client.ConverseWithToolsAsync(Nova, ConverseRequest.For("Paris?"), [Weather()]);

        ConverseRequest second = fake.ConverseRequests(Nova)[1];
        Assert.Equal(alias, ((ToolUseContent)second.Messages[1].Content[0]).ToolUse!.Name);
        Assert.Equal($"There is no tool '{name}'.", ((ToolResultText)ResultOf(second).Content[0]).Text);
    }

    [Fact]
    public async Task Loop_BlankTextBesideACall_IsLeftOutAndReasoningStays()
    {
        using var fake = new FakeBedrock();
        ContentBlock reasoning = new ReasoningTextBlock { Text = "Hm.", Signature = "c2ln" };
        fake.WhenConverse(Claude).Reply(Answer(reasoning, "\n\n", Call("t1", "weather", "{}"))).Reply(Text("Fine."));

        await fake.Client.ConverseWithToolsAsync(Claude, ConverseRequest.For("Paris?"), [Weather()]);

        Message turn = fake.ConverseRequests(Claude)[1].Messages[1];
        Assert.Equal(BedrockJson.Serialize(Message.Assistant(reasoning, Call("t1", "weather", "{}"))), BedrockJson.Serialize(turn));
    }

    [Theory]
    [InlineData("""["a","b"]""", """{"result":["a","b"]}""")]
    [InlineData("7", """{"result":7}""")]
    [InlineData("null", """{"result":null}""")]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    public async Task Loop_ResultThatIsNoObject_GoesAsMemberOfOne(string given, string expected)
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Nova).Reply(Answer(Call("t1", "list", "{}"))).Reply(Text("Fine."));

        await fake.Client.ConverseWithToolsAsync(Nova, ConverseRequest.For("Go."),
            [RunnableTool.Create("list", null, Object, (_, _) => Task.FromResult(JsonElement.Parse(given)))]);

        Assert.Equal(expected, ((ToolResultJson)ResultOf(fake.ConverseRequests(Nova)[1]).Content[0]).Json.GetRawText());
    }

    [Fact]
    public async Task Loop_FailureOnAModelWithoutStatus_IsSaidInTheContentAlone()
    {
        const string llama = "us.meta.llama3-3-70b-instruct-v1:0";
        using var fake = new FakeBedrock();
        fake.WhenConverse(llama).Reply(Answer(Call("t1", "nothing", "{}"))).Reply(Text("Fine."));

        await fake.Client.ConverseWithToolsAsync(llama, ConverseRequest.For("Go."), [Weather()]);

        Assert.Null(ResultOf(fake.ConverseRequests(llama)[1]).Status);
    }

    [Fact]
    public void Add_ReasoningToAModelThatTakesNone_LeavesTheText()
    {
        ConverseRequest request = ConverseRequest.For("Hi");

        request.Messages.Add(Answer("Yes.", new ReasoningTextBlock { Text = "Hm." }), "us.deepseek.r1-v1:0");

        Assert.Equal("""{"role":"assistant","content":[{"text":"Yes."}]}""", BedrockJson.Serialize(request.Messages[1]));
    }

    [Fact]
    public void Add_AnAnswerOfNothing_AddsNothing()
    {
        ConverseRequest request = ConverseRequest.For("Hi");

        Assert.Null(request.Messages.Add(Answer(" \n")));

        Assert.Single(request.Messages);
        Assert.Single(new ConversationBuilder(request).Assistant(Answer()).Messages);
    }

    [Fact]
    public void Add_UnsignedReasoningToClaude_IsLeftOutAndSignedStays()
    {
        IList<Message> messages = [];
        messages.Add(Answer(new ReasoningTextBlock { Text = "Hm.", Signature = "" }, new ReasoningTextBlock { Text = "So.", Signature = "c2ln" }, "Yes."),
            Claude);

        Assert.Equal("""{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"So.","signature":"c2ln"}}},{"text":"Yes."}]}""",
            BedrockJson.Serialize(messages[0]));
    }

    [Theory]
    [InlineData("us.amazon.nova-lite-v1:0", true)]
    [InlineData("us.anthropic.claude-sonnet-4-6", true)]
    [InlineData("us.meta.llama3-3-70b-instruct-v1:0", false)]
    [InlineData("mistral.mistral-large-2402-v1:0", false)]
    [InlineData("openai.gpt-oss-120b-1:0", false)]
    public void ToolResults_Failed_HaveTheirStatusWhereTheModelTakesOne(string model, bool keepsStatus)
    {
        var call = new ToolUseBlock { ToolUseId = "t1", Name = "weather", Input = System.Text.Json.JsonElement.Parse("{}") };

        ConverseRequest built = new ConversationBuilder().ForModel(model).Tool(Declared).User("Hi").Assistant(Answer(call))
            .ToolResults(ToolResultBlock.Failed(call, "no")).Build();

        ToolResultBlock sent = Assert.IsType<ToolResultBlockContent>(built.Messages[^1].Content[0]).ToolResult!;
        Assert.Equal(keepsStatus ? ToolResultStatus.Error : (ToolResultStatus?)null, sent.Status);
    }

    [Fact]
    public void Builder_ForModel_CleansWhatIsThereAndWhatComes()
    {
        ConversationBuilder chat = new ConversationBuilder().User("Hi").Assistant(Answer(new ReasoningTextBlock { Text = "Hm." }, "Yes."))
            .ForModel("us.deepseek.r1-v1:0");
        chat.User("And?").Assistant(Answer(new ReasoningTextBlock { Text = "Hm." }, "No.")).User("Why?");

        ConverseRequest request = chat.Build();

        Assert.DoesNotContain(request.Messages.SelectMany(message => message.Content), block => block is ReasoningContent);
        Assert.Equal(5, request.Messages.Count);
    }

    [Fact]
    public void Ids_OfOtherProviders_GetAnAliasOfTheirOwn()
    {
        string one = "call_65|fc_" + new string('a', 90);
        string two = one + "b";

        Assert.NotEqual(ToolAliases.Id(one), ToolAliases.Id(two));
        Assert.True(ConverseToolCheck.IsId(ToolAliases.Id(one)));
        Assert.True(ConverseToolCheck.IsId(ToolAliases.Id(string.Empty)));
        Assert.Equal("tooluse_a.b:c-1", ToolAliases.Id("tooluse_a.b:c-1"));
    }

    [Theory]
    [InlineData("""{"oneOf":[{"required":["a"]}]}""", """{"type":"object","oneOf":[{"required":["a"]}]}""")]
    [InlineData("{}", """{"type":"object"}""")]
    [InlineData("""{"type":"object","x":1}""", """{"type":"object","x":1}""")]
    public async Task Schema_WithoutAType_IsSentAsOneOfAnObject(string given, string sent)
    {
        using var fake = new FakeBedrock();
        ConverseRequest request = ConverseRequest.For("Hi");
        request.ToolConfig = new ToolConfiguration { Tools = [Tool.Create("t", null, JsonElement.Parse(given))] };

        await fake.Client.ConverseAsync(Nova, request);

        Assert.Equal(sent, ((JsonToolInputSchema)((SpecifiedTool)fake.ConverseRequests(Nova)[0].ToolConfig!.Tools[0]).ToolSpec!.InputSchema!)
            .Json.GetRawText());
        Assert.Equal(given, ((JsonToolInputSchema)((SpecifiedTool)request.ToolConfig.Tools[0]).ToolSpec!.InputSchema!).Json.GetRawText());
    }

    private static RunnableTool Weather() => RunnableTool.Create("weather", null, ConverseTestContext.Default.Weather, (_, _) => Task.FromResult("sunny"));

    private static ToolResultBlock ResultOf(ConverseRequest request) => ((ToolResultBlockContent)request.Messages[2].Content[0]).ToolResult!;

    private static ToolUseBlock Call(string id, string name, string input) => new() { ToolUseId = id, Name = name, Input = JsonElement.Parse(input) };

    private static ConverseResponse Text(string text) => new() { Output = Message.Assistant(text), StopReason = StopReason.EndTurn };

    private static Tool Declared { get; } = Tool.Create("weather", null, System.Text.Json.JsonElement.Parse("""{"type":"object"}"""));

    private static ConverseResponse Answer(params ReadOnlySpan<ContentBlock> content) =>
        new() { Output = Message.Assistant(content), StopReason = StopReason.ToolUse };
}
