using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.Nova;

public sealed class NovaRequestBuilderTests
{
    [Fact]
    public void Build_MultiTurn_MatchesSnapshot()
    {
        NovaResponse answer = BedrockJson.Deserialize<NovaResponse>("""
            {"output":{"message":{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"[REDACTED]"}}},{"text":"Looking."},
             {"toolUse":{"toolUseId":"tooluse_1","name":"weather","input":{"city":"Paris"}}},
             {"toolUse":{"toolUseId":"tooluse_2","name":"weather","input":{"city":"Rome"}}}]}},"stopReason":"tool_use"}
            """);

        NovaRequest request = new NovaRequestBuilder()
            .SchemaVersion("messages-v1")
            .System("You know the weather.", NovaCachePointBlock.Default())
            .Tool("weather", "The weather in a city.", FamilyWire.Json("""{"type":"object"}"""))
            .ToolChoice(NovaToolChoice.Auto())
            .User("Paris and Rome?", NovaImageBlock.FromBytes(new byte[] { 1, 2, 3 }, NovaImageFormat.Webp))
            .Assistant(answer)
            .ToolResult("tooluse_1", "18 °C")
            .ToolResult("tooluse_2", new NovaJsonBlock(FamilyWire.Json("""{"offline":true}""")), isError: true)
            .User("Be brief.")
            .Assistant("Paris has 18 °C.")
            .User("Thanks.")
            .MaxTokens(300)
            .Temperature(0.2)
            .TopP(0.9)
            .TopK(5)
            .StopSequences("END", "STOP")
            .Reasoning(NovaReasoningConfig.Enabled(NovaReasoningEffort.Low))
            .Build();

        Snapshot.Match(FamilyWire.HttpText(NovaModels.Nova2Lite.InProfile("global"), request));
    }

    [Fact]
    public void ToolResult_InParallel_LandsInOneMessage()
    {
        NovaRequest request = new NovaRequestBuilder().User("a").Assistant("b").ToolResult("1", "x").ToolResult("2", new NovaTextBlock("y")).Build();

        Assert.Equal(3, request.Messages.Count);
        Assert.Equal(["1", "2"], request.Messages[2].Content.Cast<NovaToolResultBlock>().Select(block => block.ToolResult!.ToolUseId));
    }

    [Fact]
    public void Build_ThenGoOn_LeavesTheFirstRequestAndTheCallersBlocks()
    {
        var block = new NovaTextBlock("a");
        NovaRequestBuilder builder = new NovaRequestBuilder().User(block);
        NovaRequest first = builder.Build();
        NovaRequest second = builder.User("b").Build();
        ((NovaTextBlock)second.Messages[0].Content[0]).Text = "changed";

        Assert.Single(first.Messages[0].Content);
        Assert.Equal(2, second.Messages[0].Content.Count);
        Assert.Equal("a", block.Text);
    }

    [Fact]
    public void Constructor_FromARequest_GoesOnFromACopy()
    {
        NovaRequest original = NovaRequest.For("a");
        NovaRequest request = new NovaRequestBuilder(original).Assistant("b").User("c").Build();

        Assert.Single(original.Messages);
        Assert.Equal(3, request.Messages.Count);
    }

    [Fact]
    public void Members_Null_AreRefused()
    {
        var builder = new NovaRequestBuilder();

        Assert.Throws<ArgumentNullException>(() => builder.User(null!));
        Assert.Throws<ArgumentNullException>(() => builder.Assistant((NovaResponse)null!));
        Assert.Throws<ArgumentNullException>(() => builder.Tool(null!));
        Assert.Throws<ArgumentException>(() => builder.ToolResult(" ", "x"));
        Assert.Throws<ArgumentNullException>(() => new NovaRequestBuilder(null!));
    }
}
