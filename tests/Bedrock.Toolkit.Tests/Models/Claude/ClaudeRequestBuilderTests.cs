using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.Claude;

public sealed class ClaudeRequestBuilderTests
{
    [Fact]
    public void Build_MultiTurn_MatchesSnapshot()
    {
        ClaudeResponse answer = BedrockJson.Deserialize<ClaudeResponse>("""
            {"role":"assistant","content":[{"type":"text","text":"Looking."},
             {"type":"tool_use","id":"toolu_1","name":"weather","input":{"city":"Paris"}},
             {"type":"tool_use","id":"toolu_2","name":"weather","input":{"city":"Rome"}}],"stop_reason":"tool_use"}
            """);

        ClaudeRequest request = new ClaudeRequestBuilder()
            .System("You know the weather.")
            .Tool("weather", "The weather in a city.", ClaudeTestData.Schema)
            .ToolChoice(ClaudeToolChoice.Auto())
            .User("Paris and Rome?")
            .Assistant(answer)
            .ToolResult("toolu_1", "18 °C")
            .ToolResult("toolu_2", "offline", isError: true)
            .User("Be brief.")
            .Assistant("Paris has 18 °C.")
            .User("Thanks.")
            .MaxTokens(300)
            .Temperature(0.2)
            .TopK(5)
            .StopSequences("END", "STOP")
            .Build();

        Snapshot.Match(ClaudeTestData.HttpText(ClaudeModels.Haiku45.InProfile("eu"), request));
    }

    [Fact]
    public void ToolResult_InParallel_LandsInOneMessage()
    {
        ClaudeRequest request = new ClaudeRequestBuilder().User("a").Assistant("b").ToolResult("1", "x").ToolResult("2", null).Build();

        Assert.Equal(3, request.Messages.Count);
        Assert.Equal(["1", "2"], request.Messages[2].Content.Cast<ClaudeToolResultBlock>().Select(block => block.ToolUseId));
    }

    [Fact]
    public void Build_ThenGoOn_LeavesTheFirstRequest()
    {
        ClaudeContent content = "a";
        ClaudeRequestBuilder builder = new ClaudeRequestBuilder().User(content);
        ClaudeRequest first = builder.Build();
        ClaudeRequest second = builder.User("b").Build();

        Assert.Equal("a", first.Messages[0].Content.Text);
        Assert.Equal("ab", second.Messages[0].Content.Text);
        Assert.Equal("a", content.Text);
    }

    [Fact]
    public void Constructor_FromARequest_GoesOnFromACopy()
    {
        ClaudeRequest original = ClaudeRequest.For("a");
        ClaudeRequest request = new ClaudeRequestBuilder(original).Assistant("b").User("c").Build();

        Assert.Single(original.Messages);
        Assert.Equal(3, request.Messages.Count);
    }

    [Fact]
    public void Build_EverySetting_IsInTheRequest()
    {
        ClaudeRequest request = new ClaudeRequestBuilder()
            .User("a")
            .TopP(0.5)
            .Beta("x")
            .Beta("y")
            .Thinking(ClaudeThinking.Adaptive())
            .Effort(ClaudeEffort.Low)
            .OutputSchema(ClaudeTestData.Schema)
            .ContextEdit(new ClaudeCompactEdit())
            .Tool(new ClaudeMemoryTool())
            .Build();

        Assert.Equal(1024, request.MaxTokens);
        Assert.Equal(0.5, request.TopP);
        Assert.Equal(["x", "y"], request.AnthropicBeta!);
        Assert.Equal("adaptive", request.Thinking!.Type);
        Assert.Equal(ClaudeEffort.Low, request.OutputConfig!.Effort);
        Assert.Equal("json_schema", request.OutputConfig.Format!.Type);
        Assert.IsType<ClaudeCompactEdit>(Assert.Single(request.ContextManagement!.Edits));
        Assert.IsType<ClaudeMemoryTool>(Assert.Single(request.Tools!));
    }

    [Fact]
    public void Members_Null_AreRefused()
    {
        var builder = new ClaudeRequestBuilder();

        Assert.Throws<ArgumentNullException>(() => builder.User(null!));
        Assert.Throws<ArgumentNullException>(() => builder.Assistant((ClaudeResponse)null!));
        Assert.Throws<ArgumentNullException>(() => builder.Assistant((ClaudeContent)null!));
        Assert.Throws<ArgumentNullException>(() => builder.Tool(null!));
        Assert.Throws<ArgumentException>(() => builder.ToolResult(" ", "x"));
    }
}
