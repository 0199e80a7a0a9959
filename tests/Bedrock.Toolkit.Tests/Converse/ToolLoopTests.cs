using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Converse;

public sealed class ToolLoopTests
{
    private const string Model = "us.amazon.nova-lite-v1:0";

    [Fact]
    public async Task Loop_ParallelCalls_AreAnsweredInOneMessageInOrder()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply(Calls(("t1", "Paris"), ("t2", "Rome"))).Reply(Text("Both fine."));
        var first = new TaskCompletionSource();
        RunnableTool weather = RunnableTool.Create("weather", "The weather.", ConverseTestContext.Default.Weather, async (input, _) =>
        {
            // The first call waits for the second: only calls that run at the same time come to an end.
            if (input.City == "Paris") await first.Task;
            else first.SetResult();
            return input.City + " is fine";
        });

        ToolLoopResult result = await fake.Client.ConverseWithToolsAsync(Model, ConverseRequest.For("Paris and Rome?"), [weather]);

        Assert.Equal("Both fine.", result.Text);
        Assert.Equal(1, result.Rounds);
        Assert.Equal(2, result.Responses.Count);
        Assert.Equal(6, result.TotalUsage.TotalTokens);
        Assert.Equal(4, result.Conversation.Messages.Count);
        ConverseRequest second = fake.ConverseRequests(Model)[1];
        Assert.Equal(["t1", "t2"], second.Messages[2].Content.Select(c => ((ToolResultBlockContent)c).ToolResult!.ToolUseId));
        Assert.Equal("Paris is fine", ((ToolResultText)((ToolResultBlockContent)second.Messages[2].Content[0]).ToolResult!.Content[0]).Text);
        Assert.Equal("weather", ((SpecifiedTool)Assert.Single(second.ToolConfig!.Tools)).ToolSpec!.Name);
    }

    [Fact]
    public async Task Loop_ThrowingTool_BecomesAnErrorResultWithoutItsMessage()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply(Calls(("t1", "Paris"))).Reply(Text("Sorry."));
        RunnableTool weather =
            RunnableTool.Create("weather", null, ConverseTestContext.Default.Weather, (_, _) => throw new InvalidOperationException("password=secret"));

        await fake.Client.ConverseWithToolsAsync(Model, ConverseRequest.For("Paris?"), [weather]);

        ToolResultBlock result = Result(fake, 1);
        Assert.Equal(ToolResultStatus.Error, result.Status);
        Assert.Equal("The tool failed (InvalidOperationException).", ((ToolResultText)result.Content[0]).Text);
    }

    [Fact]
    public async Task Loop_DescribeFailure_DecidesWhatTheModelReads()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply(Calls(("t1", "Paris"))).Reply(Text("Sorry."));
        RunnableTool weather =
            RunnableTool.Create("weather", null, ConverseTestContext.Default.Weather, (_, _) => throw new InvalidOperationException("no such city"));

        await fake.Client.ConverseWithToolsAsync(Model, ConverseRequest.For("Paris?"), [weather],
            new ToolLoopOptions { DescribeFailure = e => e.Message, RunInParallel = false });

        Assert.Equal("no such city", ((ToolResultText)Result(fake, 1).Content[0]).Text);
    }

    [Fact]
    public async Task Loop_InputThatDoesNotFitAndUnknownTool_AreTold()
    {
        using var fake = new FakeBedrock();
        ConverseResponse odd = Calls(("t1", "Paris"));
        odd.Message.Content.Clear();
        odd.Message.Content.Add(new ToolUseBlock { ToolUseId = "a", Name = "weather", Input = JsonElement.Parse("""{"city":5}""") });
        odd.Message.Content.Add(new ToolUseBlock { ToolUseId = "b", Name = "nothing", Input = JsonElement.Parse("{}") });
        fake.WhenConverse(Model).Reply(odd).Reply(Text("Sorry."));
        RunnableTool weather =
            RunnableTool.Create("weather", null, ConverseTestContext.Default.Weather, ConverseTestContext.Default.Forecast,
            (_, _) => Task.FromResult(new Forecast { Degrees = 1 }));

        await fake.Client.ConverseWithToolsAsync(Model, ConverseRequest.For("Paris?"), [weather]);

        Assert.Contains("$.city", ((ToolResultText)Result(fake, 1).Content[0]).Text, StringComparison.Ordinal);
        Assert.Contains("nothing", ((ToolResultText)Result(fake, 1, 1).Content[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loop_LimitOnRounds_ThrowsWithTheConversation()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply(Calls(("t1", "Paris")));
        int runs = 0;
        RunnableTool weather = RunnableTool.Create("weather", null, ConverseTestContext.Default.Weather, (_, _) => Task.FromResult($"{++runs}"));

        BedrockToolRoundsException e = await Assert.ThrowsAsync<BedrockToolRoundsException>(
            () => fake.Client.ConverseWithToolsAsync(Model, ConverseRequest.For("Paris?"), [weather], new ToolLoopOptions { MaxRounds = 3 }));

        Assert.Equal(3, runs);
        Assert.Equal(7, e.Conversation.Messages.Count);
        Assert.Single(e.Response.ToolCalls);
        Assert.Equal(Model, e.ModelId);
        await Assert.ThrowsAsync<ArgumentException>(
            () => fake.Client.ConverseWithToolsAsync(Model, ConverseRequest.For("a"), [weather], new ToolLoopOptions { MaxRounds = 0 }));
        await Assert.ThrowsAsync<ArgumentException>(() => fake.Client.ConverseWithToolsAsync(Model, ConverseRequest.For("a"), [weather, weather]));
    }

    [Fact]
    public async Task Loop_ForcedChoice_IsFreeAfterTheFirstRound()
    {
        using var fake = new FakeBedrock();
        ConverseRequest request = ConverseRequest.For("Weather in Paris?");
        RunnableTool weather = RunnableTool.Create("weather", null, ConverseTestData.Json("""{"type":"object"}"""), (input, _) => Task.FromResult(input));
        request.ToolConfig = new() { Tools = [weather.Specification], ToolChoice = ToolChoice.Any };

        ToolLoopResult result = await fake.Client.ConverseWithToolsAsync(Model, request, [weather]);

        Assert.Equal(1, result.Rounds);
        Assert.IsType<ToolChoiceAuto>(fake.ConverseRequests(Model)[1].ToolConfig!.ToolChoice);
        Assert.IsType<ToolChoiceAny>(request.ToolConfig.ToolChoice);
        Assert.Single(request.Messages);
    }

    [Fact]
    public async Task Loop_CutAnswer_RunsNothing()
    {
        using var fake = new FakeBedrock();
        ConverseResponse cut = Calls(("t1", "Paris"));
        cut.StopReason = StopReason.MaxTokens;
        fake.WhenConverse(Model).Reply(cut);
        RunnableTool weather =
            RunnableTool.Create("weather", null, ConverseTestContext.Default.Weather, (_, _) => throw new InvalidOperationException("not reached"));

        ToolLoopResult result = await fake.Client.ConverseWithToolsAsync(Model, ConverseRequest.For("Paris?"), [weather]);

        Assert.Equal(0, result.Rounds);
        Assert.Equal(StopReason.MaxTokens, result.Response.StopReason);
    }

    [Fact]
    public async Task Loop_Cancelled_Throws()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply(Calls(("t1", "Paris")));
        using var source = new CancellationTokenSource();
        RunnableTool weather = RunnableTool.Create("weather", null, ConverseTestContext.Default.Weather, async (_, token) =>
        {
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
            return "";
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fake.Client.ConverseWithToolsAsync(Model, ConverseRequest.For("Paris?"), [weather], cancellationToken: source.Token));
    }

    private static ToolResultBlock Result(FakeBedrock fake, int request, int index = 0) =>
        ((ToolResultBlockContent)fake.ConverseRequests(Model)[request].Messages[^1].Content[index]).ToolResult!;

    private static ConverseResponse Text(string text) =>
        new() { Output = Message.Assistant(text), StopReason = StopReason.EndTurn, Usage = new() { InputTokens = 1, OutputTokens = 2, TotalTokens = 3 } };

    private static ConverseResponse Calls(params (string Id, string City)[] calls) => new()
    {
        Output = Message.Assistant(
            [.. calls.Select(c =>
            (ContentBlock)new ToolUseContent(
            new ToolUseBlock { ToolUseId = c.Id, Name = "weather", Input = JsonElement.Parse($$"""{"city":"{{c.City}}"}""") }))]),
        StopReason = StopReason.ToolUse,
        Usage = new() { InputTokens = 1, OutputTokens = 2, TotalTokens = 3 },
    };
}
