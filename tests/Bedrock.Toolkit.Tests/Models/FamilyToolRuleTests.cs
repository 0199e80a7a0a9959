using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models;

/// <summary>What Converse refuses of tools, thinking and form, a family's own body refuses too.</summary>
public sealed class FamilyToolRuleTests
{
    private static readonly JsonElement Text = JsonElement.Parse("""{"type":"string"}""");
    private static readonly JsonElement Ranged =
        JsonElement.Parse("""{"type":"object","properties":{"n":{"type":"integer","minimum":1}},"additionalProperties":false}""");

    private static readonly ClaudeThinking Thinking = new() { Type = "enabled", BudgetTokens = 2_000 };

    public static TheoryData<string, Action<ClaudeRequest>> OfClaude => new()
    {
        { "Temperature", request => (request.Thinking, request.Temperature) = (Thinking, 0.5) },
        { "TopK", request => (request.Thinking, request.TopK) = (Thinking, 5) },
        { "Tools[0].InputSchema", request => request.Tools = [new ClaudeTool("t", null, Text)] },
        { "Tools[0].InputSchema", request => request.Tools = [new ClaudeTool("t", null, Ranged) { Strict = true }] },
        { "OutputConfig.Format", request => request.OutputConfig = new ClaudeRequestBuilder().OutputSchema(Ranged).Build().OutputConfig },
        { "Messages[1].Content[0].Signature", request => request.Messages =
            [.. request.Messages, ClaudeMessage.Assistant(new ClaudeThinkingBlock { Thinking = "Hm.", Signature = "" }), ClaudeMessage.User("And?")] },
    };

    [Theory]
    [MemberData(nameof(OfClaude))]
    public void Claude_RequestAgainstARule_IsRefused(string place, Action<ClaudeRequest> change)
    {
        ClaudeRequest request = ClaudeRequest.For("Hi", 4_000);
        change(request);

        Refuses(ClaudeModels.Sonnet45, request, place);
    }

    [Fact]
    public void Claude_FormatOnAModelWithoutIt_IsRefused()
    {
        ClaudeRequest request = ClaudeRequest.For("Hi", 4_000);
        request.OutputConfig =
            new ClaudeRequestBuilder().OutputSchema(JsonElement.Parse("""{"type":"object","additionalProperties":false}""")).Build().OutputConfig;

        Refuses(ClaudeModels.FromId("us.anthropic.claude-opus-4-7"), request, "OutputConfig.Format");
    }

    [Fact]
    public void Claude_ServerCallThatWasCut_GoesBackAsAnObject()
    {
        JsonElement cut = JsonElement.Parse("\"{\\\"q\"");
        var answer = new ClaudeResponse { Content = [new ClaudeServerToolUseBlock { Id = "s1", Name = "web_search", Input = cut }] };

        ClaudeRequest request = new ClaudeRequestBuilder().User("Hi").Assistant(answer).User("And?").Build();

        Assert.Equal("{}", ((ClaudeServerToolUseBlock)request.Messages[1].Content[0]).Input.GetRawText());
    }

    [Fact]
    public void Nova_SchemaOfAText_IsRefused() => Refuses(
        NovaModels.Lite, new NovaRequestBuilder().User(new NovaTextBlock("Hi")).Tool("t", null, Text).Build(), "ToolConfig.Tools[0].ToolSpec.InputSchema.Json");

    [Fact]
    public void Nova_ResultThatIsNoObject_IsRefused() => Refuses(
        NovaModels.Lite,
        new NovaRequestBuilder().User(new NovaTextBlock("Hi"))
            .Assistant(new NovaToolUseBlock { ToolUse = new NovaToolUse { ToolUseId = "t1", Name = "t" } })
            .ToolResult("t1", new NovaJsonBlock(JsonElement.Parse("[1]"))).Build(),
        "Messages[2].Content[0].ToolResult.Content[0].Json");

    [Fact]
    public void ChatCompletions_SchemaOfAText_IsRefused()
    {
        Refuses(OpenAIModels.GptOss20B, new ChatCompletionRequestBuilder().User("Hi").Tool("t", null, Text).Build(), "Tools[0].Function.Parameters");
        Refuses(MistralChatModels.Large2407, new ChatCompletionRequestBuilder().User("Hi").Tool("t", null, Text).Build(), "Tools[0].Function.Parameters");
    }

    [Fact]
    public void ChatCompletions_ArgumentsWithHalfAPair_AreRead()
    {
        var call = new ChatCompletionToolCall { Function = new() { Name = "t", Arguments = """{"q":"x\ud83d"}""" } };

        Assert.Equal("x\uFFFD", call.ArgumentsAs<Dictionary<string, string>>()!["q"]);
    }

    [Theory]
    [InlineData("\"{x\"", "{}", "ToolResults[0].Call.Parameters")]
    [InlineData("{}", "[1]", "ToolResults[0].Outputs[0]")]
    public void CommandR_CallOrResultThatIsNoObject_IsRefused(string parameters, string output, string place)
    {
        CommandRRequest request = CommandRRequest.For("Hi");
        request.Tools = [new CommandRTool { Name = "t" }];
        request.ToolResults =
        [
            new CommandRToolResult
            {
                Call = new CommandRToolCall { Name = "t", Parameters = JsonElement.Parse(parameters) },
                Outputs = [JsonElement.Parse(output)],
            },
        ];

        Refuses(CommandRModels.CommandR, request, place);
    }

    [Theory]
    [InlineData("""{"error":{"message":"m"}}""")]
    [InlineData("""{"errorMessage":"m","errorType":"x"}""")]
    [InlineData("""{"__type":"X","message":"m","requestId":"r"}""")]
    [InlineData("""{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}""")]
    public async Task Error_UnderTheStatusOfASuccess_IsNoAnswer(string body)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(body)));

        await Assert.ThrowsAsync<BedrockProtocolException>(() => client.InvokeAsync(ClaudeModels.Sonnet45, ClaudeRequest.For("Hi", 5)));
    }

    [Fact]
    public async Task Error_WordsWithHalfAPair_AreKept()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Error(400, "ValidationException", @"bad \ud83d word")));

        BedrockException e = await Assert.ThrowsAnyAsync<BedrockException>(() => client.InvokeAsync(ClaudeModels.Sonnet45, ClaudeRequest.For("Hi", 5)));

        Assert.Contains("bad \uFFFD word", e.Message, StringComparison.Ordinal);
    }

    private static void Refuses<TRequest, TResponse>(Model<TRequest, TResponse> model, TRequest request, string place)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => model.CheckRequest!(request));
        Assert.Contains(place, e.Message, StringComparison.Ordinal);
    }
}
