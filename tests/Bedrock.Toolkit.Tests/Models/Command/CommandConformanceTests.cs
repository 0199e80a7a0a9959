using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Command;

/// <summary>The known ids, the samples of the wire reference, and real exchanges that others recorded.</summary>
public sealed class CommandConformanceTests
{
    public static TheoryData<string> Calls => ReplayedExchange.Find(id => id.Contains("cohere.command-", StringComparison.Ordinal), streaming: false, "prompt");

    [Fact]
    public void Models_AreAsDocumented()
    {
        Assert.Equal(
            ["cohere.command-text-v14", "cohere.command-light-text-v14"],
            typeof(CommandModels).GetProperties().Select(property => ((Model)property.GetValue(null)!).Id.Value));
        FamilyWire.CheckLifecycles(typeof(CommandModels), new DateOnly(2026, 11, 24));
        Assert.True(CommandModels.Command.Capabilities is { Streaming: true, Tools: false, MaxOutputTokens: 4_096 });
        Assert.Throws<InvalidOperationException>(() => CommandModels.FromId(default));
    }

    [SharedFact]
    public void RequestAndResponse_Samples_SurviveWithoutUnknownMembers()
    {
        CommandRequest request = FamilyWire.RoundTrip<CommandRequest>(WireSample.Text("cohere", "command.request.json"));
        CommandResponse response = FamilyWire.RoundTrip<CommandResponse>(WireSample.Text("cohere", "command.response.json"));

        Assert.Null(request.AdditionalProperties);
        Assert.Null(response.AdditionalProperties);
        Assert.All(response.Generations, generation => Assert.Null(generation.AdditionalProperties));
        Assert.Equal(["COMPLETE", "MAX_TOKENS"], response.Generations.Select(generation => generation.FinishReason!.Value.Value));
        CommandModels.Command.CheckRequest!(request);
        Assert.Equal(FamilyWire.Body(CommandModels.Command, request), BedrockJson.Serialize(request.Clone()));
    }

    [SharedTheory]
    [InlineData("command")]
    [InlineData("command-unstreamed")]
    public void Stream_Sample_IsAllTypedAndFolds_Streaming(string name)
    {
        List<string> chunks = FamilyWire.Lines(WireSample.Text("cohere", $"{name}.stream.jsonl"));

        Assert.All(chunks, chunk => Assert.Null(FamilyWire.RoundTrip<CommandStreamEvent>(chunk).AdditionalProperties));
        Assert.Equal(chunks.Count - 1, chunks.FindIndex(chunk => CommandModels.Command.IsEnd(BedrockJson.Deserialize<CommandStreamEvent>(chunk))));
        CommandResponse response = FamilyWire.Fold(CommandModels.Command, chunks);
        Assert.Equal(" Morning Heron", response.Text);
        Assert.Equal(CommandFinishReason.Complete, response.StopReason);
    }

    [SharedFact]
    public void Recorded_Exchanges_AreFound() => Assert.Equal(3, Calls.Count);

    [SharedTheory]
    [MemberData(nameof(Calls))]
    public async Task Call_Recorded_Replays(string name)
    {
        using ReplayedExchange exchange = ReplayedExchange.Open(name);

        CommandResponse response = await exchange.InvokeAsync(CommandModels.FromId(exchange.ModelId));

        Assert.NotEmpty(response.Text);
        Assert.NotNull(response.StopReason);
        Assert.Null(response.AdditionalProperties);
        Assert.Null(response.Generations[0].AdditionalProperties);
        Assert.True(response.TokenUsage is { InputTokens: > 0, OutputTokens: > 0 });
    }
}
