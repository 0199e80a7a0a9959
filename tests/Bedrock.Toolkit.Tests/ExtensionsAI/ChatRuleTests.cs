using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Wire = Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>What a model does not take: the nearest request that is valid, and one warning for each member.</summary>
public sealed class ChatRuleTests
{
    private const string Nova = "us.amazon.nova-lite-v1:0";
    private const string Sonnet45 = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private const string Llama = "us.meta.llama3-3-70b-instruct-v1:0";

    private static readonly AITool Weather = AIFunctionFactory.Create((string city) => "sunny in " + city, "weather");

    [Theory]
    [InlineData("us.anthropic.claude-opus-4-7")]
    [InlineData("us.anthropic.claude-opus-4-8")]
    [InlineData("us.anthropic.claude-opus-5")]
    [InlineData("us.anthropic.claude-opus-5-5")]
    [InlineData("us.anthropic.claude-sonnet-5")]
    public async Task Sampling_OnClaudeThatTakesNone_IsLeftOutWithAWarningEach(string model)
    {
        (JsonElement body, ChatResponse response) = await SendAsync(model, new ChatOptions { Temperature = 0.2f, TopP = 0.5f, TopK = 3 });

        Assert.False(body.TryGetProperty("inferenceConfig", out _));
        Assert.False(body.TryGetProperty("additionalModelRequestFields", out _));
        Assert.Equal(3, response.GetWarnings().Count);
    }

    [Theory]
    [InlineData("us.anthropic.claude-opus-4-1-20250805-v1:0")]
    [InlineData("us.anthropic.claude-opus-4-5-20251101-v1:0")]
    [InlineData("us.anthropic.claude-sonnet-4-6")]
    [InlineData("us.anthropic.claude-opus-4-6-v1")]
    public async Task TemperatureAndTopP_OnClaudeThatTakesOne_LeavesTopPOut(string model)
    {
        (JsonElement body, ChatResponse response) = await SendAsync(model, new ChatOptions { Temperature = 0, TopP = 1 });

        Assert.Equal("""{"temperature":0}""", body.GetProperty("inferenceConfig").GetRawText());
        Assert.Contains("TopP", Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Sonnet45)]
    [InlineData("us.anthropic.claude-opus-5-5")]
    public async Task ToolMode_ThatForcesWhileTheModelThinks_IsAuto(string model)
    {
        (JsonElement body, ChatResponse response) = await SendAsync(
            model, new ChatOptions { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.High }, ToolMode = ChatToolMode.RequireAny, Tools = [Weather],
                MaxOutputTokens = 20000 });

        Assert.Equal("""{"auto":{}}""", body.GetProperty("toolConfig").GetProperty("toolChoice").GetRawText());
        Assert.Contains("ToolMode", Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Llama, false)]
    [InlineData("cohere.command-r-plus-v1:0", true)]
    public async Task ToolMode_ThatTheModelHasNoChoiceFor_IsLeftOut(string model, bool isNamed)
    {
        (JsonElement body, ChatResponse response) =
            await SendAsync(model,
            new ChatOptions { ToolMode = isNamed ? ChatToolMode.RequireSpecific("weather") : ChatToolMode.RequireAny, Tools = [Weather] });

        Assert.False(body.GetProperty("toolConfig").TryGetProperty("toolChoice", out _));
        Assert.Contains("ToolMode", Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_WithCallsButNoTools_DeclaresThem()
    {
        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync(History("weather", "c1"), null, Nova);

        Assert.Equal("""{"tools":[{"toolSpec":{"name":"weather","inputSchema":{"json":{"type":"object"}}}}]}""", body.GetProperty("toolConfig").GetRawText());
        Assert.Single(response.GetWarnings());
    }

    [Fact]
    public async Task History_WithForeignNamesAndIds_GoesWithAliases()
    {
        string id = "call_65|fc_" + new string('x', 90);
        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync(History("browser.tabs.open", id), new ChatOptions { Tools = [Weather] }, Nova);

        JsonElement call = body.GetProperty("messages")[1].GetProperty("content")[0].GetProperty("toolUse");
        Assert.Equal("browser_tabs_open", call.GetProperty("name").GetString());
        Assert.Matches("^[a-zA-Z0-9_.:-]{1,64}$", call.GetProperty("toolUseId").GetString()!);
        Assert.Equal(call.GetProperty("toolUseId").GetString(), body.GetProperty("messages")[2].GetProperty("content")[0].GetProperty("toolResult")
            .GetProperty("toolUseId").GetString());
        Assert.Equal(2, response.GetWarnings().Count);
    }

    [Theory]
    [InlineData(Sonnet45, null)]
    [InlineData(Sonnet45, "")]
    [InlineData("us.deepseek.r1-v1:0", null)]
    [InlineData(Llama, "c2ln")]
    public async Task Reasoning_ThatTheModelRefuses_IsLeftOut(string model, string? signature)
    {
        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync(
            [new(ChatRole.User, "Hi"), new(ChatRole.Assistant, [new TextReasoningContent("I think") { ProtectedData = signature }, new TextContent("Yes.")]),
                new(ChatRole.User, "And?")], null, model);

        Assert.Equal("""[{"text":"Yes."}]""", body.GetProperty("messages")[1].GetProperty("content").GetRawText());
        Assert.Single(response.GetWarnings());
    }

    [Fact]
    public async Task CachePoint_BehindReasoning_IsLeftOut()
    {
        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync(
            [new(ChatRole.User, "Hi"), new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("t") { ProtectedData = "s" }]).UsePromptCaching(),
                new(ChatRole.User, "And?")], null, Sonnet45);

        Assert.Equal("""[{"reasoningContent":{"reasoningText":{"text":"t","signature":"s"}}}]""", body.GetProperty("messages")[1].GetProperty("content")
            .GetRawText());
        Assert.Single(response.GetWarnings());
    }

    [Fact]
    public async Task CachePoints_TwiceAtOnePlace_AreOne()
    {
        var content = new TextContent("Long.");
        content.UsePromptCaching();
        (JsonElement body, _) = await ChatSent.SendAsync(
            [new ChatMessage(ChatRole.System, "Be brief.").UsePromptCaching(), new ChatMessage(ChatRole.User, [content]).UsePromptCaching()],
                new ChatOptions().UsePromptCaching(), Sonnet45);

        Assert.Equal(2, body.GetProperty("system").GetArrayLength());
        Assert.Equal(2, body.GetProperty("messages")[0].GetProperty("content").GetArrayLength());
    }

    [Fact]
    public async Task CachePoints_OnAModelWithoutCache_AreLeftOutWithAWarning()
    {
        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync([new ChatMessage(ChatRole.User, "Long.").UsePromptCaching()], null, Llama);

        Assert.Equal("""[{"text":"Long."}]""", body.GetProperty("messages")[0].GetProperty("content").GetRawText());
        Assert.Single(response.GetWarnings());
    }

    [Fact]
    public async Task CachePoints_MoreThanFour_KeepTheLast()
    {
        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync(
            [.. Enumerable.Range(0, 7).Select(i => new ChatMessage(i % 2 == 0 ? ChatRole.User : ChatRole.Assistant, $"turn {i}").UsePromptCaching())], null,
                Sonnet45);

        Assert.Equal([1, 1, 1, 2, 2, 2, 2], body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").GetArrayLength()));
        Assert.Single(response.GetWarnings());
    }

    [Fact]
    public async Task Format_WordsThatTheNativeFormatRefuses_GoIntoDescriptions()
    {
        (JsonElement body, ChatResponse response) = await SendAsync(Sonnet45, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Rated>() });

        string schema = body.GetProperty("outputConfig").GetProperty("textFormat").GetProperty("structure").GetProperty("jsonSchema").GetProperty("schema")
            .GetString()!;
        foreach (string word in (string[])["minimum", "maximum", "minLength", "maxLength", "maxItems", "$schema"])
        {
            Assert.DoesNotContain($"\"{word}\"", schema, StringComparison.Ordinal);
        }

        Assert.Contains("maximum 5", JsonElement.Parse(schema).GetRawText(), StringComparison.Ordinal);
        Assert.Single(response.GetWarnings());
    }

    [Fact]
    public async Task Format_WithAMap_ChoosesTheTool()
    {
        (JsonElement body, _) = await SendAsync(Sonnet45, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Dictionary<string, int>>() });

        Assert.False(body.TryGetProperty("outputConfig", out _));
        Assert.True(body.TryGetProperty("toolConfig", out _));
    }

    [Fact]
    public async Task Answer_WithTextBesideTheAnswerTool_IsTheJsonAlone()
    {
        var answer = new Wire.ConverseResponse
        {
            Output = Wire.Message.Assistant("<thinking>Hm.</thinking>\n",
                new Wire.ToolUseBlock { ToolUseId = "1", Name = "answer", Input = JsonElement.Parse("""{"name":"Bob"}""") }),
            StopReason = Wire.StopReason.ToolUse,
        };
        (_, ChatResponse response) = await ChatSent.SendAsync([new(ChatRole.User, "Who?")], new ChatOptions { ResponseFormat = Form }, Nova, null, answer);
        Assert.Equal("""{"name":"Bob"}""", response.Text);

        using var fake = new FakeBedrock();
        fake.WhenConverse(Nova).Stream([.. answer.ToStreamEvents()]);
        ChatResponse streamed = await fake.Client.AsIChatClient(Nova)
            .GetStreamingResponseAsync([new(ChatRole.User, "Who?")], new ChatOptions { ResponseFormat = Form }).ToChatResponseAsync();
        Assert.Equal("""{"name":"Bob"}""", streamed.Text);
        Assert.Contains(streamed.Messages[0].Contents, content => content is TextReasoningContent { Text: "<thinking>Hm.</thinking>\n" });
    }

    [Fact]
    public async Task Signature_InTwoPieces_IsOneBlock()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Sonnet45).Stream(
        [
            Reasoning(new Wire.ReasoningTextDelta("think")), Reasoning(new Wire.ReasoningSignatureDelta("AAA")),
                Reasoning(new Wire.ReasoningSignatureDelta("BBB")),
            new Wire.ContentBlockStopEvent { ContentBlockIndex = 0 },
            new Wire.MessageStopEvent { StopReason = Wire.StopReason.EndTurn },
        ]);

        ChatResponse response = await fake.Client.AsIChatClient(Sonnet45).GetStreamingResponseAsync("Hi").ToChatResponseAsync();

        TextReasoningContent only = Assert.IsType<TextReasoningContent>(Assert.Single(response.Messages[0].Contents));
        Assert.Equal(("think", "AAABBB"), (only.Text, only.ProtectedData));
    }

    [Fact]
    public async Task Argument_ThatJsonDoesNotHave_NamesItsPlace()
    {
        var call = new FunctionCallContent("c1", "weather", new Dictionary<string, object?> { ["x"] = double.NaN });

        ArgumentException e =
            await Assert.ThrowsAsync<ArgumentException>(() => ChatSent.SendAsync([new(ChatRole.User, "Hi"), new(ChatRole.Assistant, [call])], null, Nova));

        Assert.Contains("messages[1].Contents[0].Arguments[\"x\"]", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turns_InAnOrderThatTheModelRefuses_AreMended()
    {
        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync(
            [new(ChatRole.Assistant, "Hello, I am here."), new(ChatRole.User, "Hi"), new(ChatRole.Assistant, [new FunctionCallContent("c1", "weather")]),
                new(ChatRole.User, "Never mind.")],
            new ChatOptions { Tools = [Weather] },
            Nova);

        Assert.Equal(["user", "assistant", "user", "assistant", "user"], body.GetProperty("messages").EnumerateArray()
            .Select(message => message.GetProperty("role").GetString()));
        Assert.Equal("error", body.GetProperty("messages")[4].GetProperty("content")[0].GetProperty("toolResult").GetProperty("status").GetString());
        Assert.Equal(2, response.GetWarnings().Count);
    }

    private static ChatResponseFormatJson Form { get; } =
        ChatResponseFormat.ForJsonSchema(JsonElement.Parse("""{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}"""));

    private static Wire.ContentBlockDeltaEvent Reasoning(Wire.ReasoningContentBlockDelta delta) =>
        new() { ContentBlockIndex = 0, Delta = new Wire.ReasoningDelta(delta) };

    private static List<ChatMessage> History(string name, string id) =>
    [
        new(ChatRole.User, "Rome?"),
        new(ChatRole.Assistant, [new FunctionCallContent(id, name, new Dictionary<string, object?> { ["city"] = "Rome" })]),
        new(ChatRole.Tool, [new FunctionResultContent(id, "sunny")]),
        new(ChatRole.User, "And?"),
    ];

    private static Task<(JsonElement Body, ChatResponse Response)> SendAsync(string model, ChatOptions options) =>
        ChatSent.SendAsync([new(ChatRole.User, "Hi")], options, model);

    internal sealed record Rated([property: Range(1, 5)] int Score, [property: StringLength(10)] string Label, [property: MaxLength(3)] List<string> Tags);
}
