using System.Text.Json;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Wire = Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>Histories that other layers and other providers made: what Converse has no block for is left out as long as the question stays the same.</summary>
public class ForgivingHistoryTests
{
    private const string Model = "us.amazon.nova-lite-v1:0";

    public static TheoryData<AIContent> Approvals => new()
    {
        new ToolApprovalRequestContent("r", new FunctionCallContent("c", "f")),
        new ToolApprovalResponseContent("r", true, new FunctionCallContent("c", "f")),
    };

    public static TheoryData<AIContent> Foreign => new()
    {
        new ImageGenerationToolCallContent("c"),
        new ImageGenerationToolResultContent("c") { Outputs = [new DataContent("x"u8.ToArray(), "image/png")] },
        new WebSearchToolCallContent("c"),
        new WebSearchToolResultContent("c"),
        new CodeInterpreterToolCallContent("c"),
        new CodeInterpreterToolResultContent("c"),
        new McpServerToolCallContent("c", "search", "docs"),
        new McpServerToolResultContent("c"),
        new ToolCallContent("c"),
        new ToolResultContent("c"),
        new OwnRequest(),
        new OwnResponse(),
        new OwnContent(),
        new AIContent(),
        new AIContent { RawRepresentation = "another provider's" },
    };

    public static TheoryData<AIContent, string> PartsOfTheQuestion => new()
    {
        { new UriContent("https://example.com/a.png", "image/png"), "fetches nothing" },
        { new DataContent("x"u8.ToArray(), "application/zip"), "application/zip" },
        { new HostedFileContent("file-1"), "keeps no files" },
        { new HostedVectorStoreContent("store-1"), "HostedVectorStoreContent" },
    };

    [Theory]
    [MemberData(nameof(Approvals))]
    public async Task Approval_InAnyMessage_IsLeftOutWithoutAWord(AIContent approval)
    {
        (JsonElement body, ChatResponse response) =
            await SendAsync([new(ChatRole.User, [new TextContent("a"), approval]), new(ChatRole.Assistant, [approval]), new(ChatRole.User, "b")]);

        Assert.Equal("""[{"role":"user","content":[{"text":"a"},{"text":"b"}]}]""", body.GetProperty("messages").GetRawText());
        Assert.Empty(response.GetWarnings());
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Content_WithoutABlock_IsLeftOutAndReportedOnceAPlace(AIContent foreign)
    {
        (JsonElement body, ChatResponse response) = await SendAsync(
            [new(ChatRole.User, "a"), new(ChatRole.Assistant, [foreign, new TextContent("b")]), new(ChatRole.User, [new TextContent("c"), foreign])]);

        Assert.Equal(
            """[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"text":"b"}]},{"role":"user","content":[{"text":"c"}]}]""",
            body.GetProperty("messages").GetRawText());
        Assert.Equal(["messages[1].Contents[0]", "messages[2].Contents[1]"], response.GetWarnings().Select(warning => warning.Split(' ')[0]));
        Assert.All(response.GetWarnings(), warning => Assert.Contains(foreign.GetType().Name, warning, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PartsOfTheQuestion))]
    public async Task PartOfTheQuestion_InAnEarlierAnswer_IsLeftOutAndReported(AIContent content, string named)
    {
        (JsonElement body, ChatResponse response) = await SendAsync(
            [new(ChatRole.User, "a"), new(ChatRole.Assistant, [content, new TextContent("b")]), new(ChatRole.User, "c")]);

        Assert.Equal("""[{"text":"b"}]""", body.GetProperty("messages")[1].GetProperty("content").GetRawText());
        Assert.Contains(named, Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task Approval_TheTurnAfter_IsAnswered(bool approved, bool isStored)
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model)
            .Reply(new Wire.ConverseResponse
            {
                Output = Wire.Message.Assistant(new Wire.ToolUseBlock { ToolUseId = "c1", Name = "Del", Input = JsonElement.Parse("{}") }),
                StopReason = Wire.StopReason.ToolUse,
            })
            .Reply(new Wire.ConverseResponse { Output = Wire.Message.Assistant("hello"), StopReason = Wire.StopReason.EndTurn });
        using IChatClient chat = fake.Client.AsIChatClient(Model).AsBuilder().UseFunctionInvocation().Build();
        var options = new ChatOptions { Tools = [new ApprovalRequiredAIFunction(AIFunctionFactory.Create(() => "ok", "Del"))] };

        List<ChatMessage> history = [new(ChatRole.User, "delete it")];
        history.AddMessages(await chat.GetResponseAsync(history, options));
        var request = (ToolApprovalRequestContent)history[^1].Contents.Single(content => content is ToolApprovalRequestContent);
        history.Add(new(ChatRole.User, [request.CreateResponse(approved)]));
        history.AddMessages(await chat.GetResponseAsync(history, options));
        history.Add(new(ChatRole.User, "thanks"));
        if (isStored)
        {
            history = JsonSerializer.Deserialize<List<ChatMessage>>(JsonSerializer.Serialize(history, AIJsonUtilities.DefaultOptions),
                AIJsonUtilities.DefaultOptions)!;
        }

        ChatResponse last = await chat.GetResponseAsync(history, options);

        Assert.Equal("hello", last.Text);
        Assert.Empty(last.GetWarnings());
        Assert.Equal(["user", "assistant", "user", "assistant", "user"], fake.ConverseRequests(Model)[^1].Messages.Select(message => message.Role.ToString()));
    }

    [Fact]
    public async Task SystemOnly_LastText_IsTheTurnOfTheUser()
    {
        (JsonElement body, ChatResponse response) = await SendAsync([new(ChatRole.System, "Be strict."), new(ChatRole.System, "Judge this: x")]);

        Assert.Equal("""[{"text":"Be strict."}]""", body.GetProperty("system").GetRawText());
        Assert.Equal("""[{"role":"user","content":[{"text":"Judge this: x"}]}]""", body.GetProperty("messages").GetRawText());
        Assert.Contains("system", Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SystemOnly_OneTextWithACachePoint_GoesWithItsCachePoint()
    {
        (JsonElement body, _) = await SendAsync([new ChatMessage(ChatRole.System, "Judge this: x").UsePromptCaching()]);

        Assert.False(body.TryGetProperty("system", out _));
        Assert.Equal("""[{"text":"Judge this: x"},{"cachePoint":{"type":"default"}}]""", body.GetProperty("messages")[0].GetProperty("content").GetRawText());
    }

    [Fact]
    public async Task EmptyMessages_OfEveryRole_AreLeftOut()
    {
        (JsonElement body, ChatResponse response) = await SendAsync(
            [new(ChatRole.System, []), new(ChatRole.User, []), new(ChatRole.Assistant, []), new(ChatRole.User, " "), new(ChatRole.User, "What is 1 + 2?")]);

        Assert.Equal("""[{"role":"user","content":[{"text":"What is 1 + 2?"}]}]""", body.GetProperty("messages").GetRawText());
        Assert.Equal(["messages[1]", "messages[3]"], response.GetWarnings().Select(warning => warning.Split(' ')[0]));
    }

    [Fact]
    public async Task EmptyMessages_NothingLeftOrTheLastTurnLost_AreErrors()
    {
        Assert.Contains("messages[0]", (await Assert.ThrowsAsync<ArgumentException>(() => SendAsync([new(ChatRole.User, [])]))).Message,
            StringComparison.Ordinal);
        Assert.Contains("messages[2]", (await Assert.ThrowsAsync<ArgumentException>(
            () => SendAsync([new(ChatRole.User, "a"), new(ChatRole.Assistant, "b"), new(ChatRole.User, [])]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToolResult_WithAPartThatConverseHasNoBlockFor_SaysSoInItsPlace()
    {
        var call = new FunctionCallContent("c1", "look", new Dictionary<string, object?>());
        var result = new FunctionResultContent("c1",
            new List<AIContent> { new TextContent("seen"), new UriContent("https://example.com/a.png", "image/png"), new OwnContent() });

        (JsonElement body, ChatResponse response) = await SendAsync(
            [new(ChatRole.User, "a"), new(ChatRole.Assistant, [call]), new(ChatRole.Tool, [result])],
            new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "look")] });

        Assert.Equal(
            """[{"text":"seen"},{"text":"(image/png left out)"},{"text":"(OwnContent left out)"}]""",
            body.GetProperty("messages")[2].GetProperty("content")[0].GetProperty("toolResult").GetProperty("content").GetRawText());
        Assert.Equal(2, response.GetWarnings().Count);
    }

    [Fact]
    public async Task SystemMessage_WithContentsOfOtherLayers_LosesOnlyThose()
    {
        (JsonElement body, ChatResponse response) = await SendAsync(
            [new(ChatRole.System, [new TextContent("Be kind."), new UsageContent(new()), new WebSearchToolCallContent("c")]), new(ChatRole.User, "a")]);

        Assert.Equal("""[{"text":"Be kind."}]""", body.GetProperty("system").GetRawText());
        Assert.Contains("WebSearchToolCallContent", Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotSupportedException>(
            () => SendAsync([new(ChatRole.System, [new DataContent("x"u8.ToArray(), "image/png")]), new(ChatRole.User, "a")]));
    }

    private static Task<(JsonElement Body, ChatResponse Response)> SendAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null) =>
        ChatSent.SendAsync(messages, options, Model);

    private sealed class OwnContent : AIContent;

    private sealed class OwnRequest() : InputRequestContent("r");

    private sealed class OwnResponse() : InputResponseContent("r");
}
