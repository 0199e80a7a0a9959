using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.CommandR;

/// <summary>The known ids, the samples of the wire reference, and real exchanges that others recorded.</summary>
public sealed class CommandRConformanceTests
{
    public static TheoryData<string> Calls =>
        ReplayedExchange.Find(id => id.Contains("cohere.command-r", StringComparison.Ordinal), streaming: false, "message");

    [Fact]
    public void Models_AreAsDocumented()
    {
        Assert.Equal(
            ["cohere.command-r-v1:0", "cohere.command-r-plus-v1:0"],
            typeof(CommandRModels).GetProperties().Select(property => ((Model)property.GetValue(null)!).Id.Value));
        FamilyWire.CheckLifecycles(typeof(CommandRModels), new DateOnly(2026, 11, 24));
        Assert.True(CommandRModels.CommandR.Capabilities is { Streaming: true, Tools: true, ContextTokens: 128_000, MaxOutputTokens: 4_000 });
        Assert.Throws<InvalidOperationException>(() => CommandRModels.FromId(default));
    }

    [SharedFact]
    public void RequestAndResponse_Samples_SurviveWithoutUnknownMembers()
    {
        CommandRRequest request = FamilyWire.RoundTrip<CommandRRequest>(WireSample.Text("cohere", "command-r.request.json"));
        CommandRResponse response = FamilyWire.RoundTrip<CommandRResponse>(WireSample.Text("cohere", "command-r.response.json"));

        Assert.Null(request.AdditionalProperties);
        Assert.All(request.Documents!, document => Assert.Null(document.AdditionalProperties));
        Assert.All(request.Tools!, tool => Assert.Null(tool.AdditionalProperties));
        Assert.All(request.ToolResults!, result => Assert.Null(result.AdditionalProperties));
        Assert.Null(response.AdditionalProperties);
        Assert.All(response.Citations!, citation => Assert.Null(citation.AdditionalProperties));
        Assert.All(response.ToolCalls!, call => Assert.Null(call.AdditionalProperties));
        Assert.Null(response.Meta!.AdditionalProperties);
        CommandRModels.CommandR.CheckRequest!(request);
        Assert.Equal(FamilyWire.Body(CommandRModels.CommandR, request), BedrockJson.Serialize(request.Clone()));
    }

    [SharedFact]
    public void Stream_Sample_IsAllTypedAndFolds_Streaming()
    {
        List<string> chunks = FamilyWire.Lines(WireSample.Text("cohere", "command-r.stream.jsonl"));
        List<CommandRStreamEvent> events = [.. chunks.Select(chunk => FamilyWire.RoundTrip<CommandRStreamEvent>(chunk))];

        Assert.All(events, e => Assert.Null(e.AdditionalProperties));
        Assert.All(events.SelectMany(e => e.SearchResults ?? []), result => Assert.Null(result.AdditionalProperties));
        Assert.Equal(events.Count - 1, events.FindIndex(e => CommandRModels.CommandR.IsEnd(e)));
        CommandRResponse response = FamilyWire.Fold(CommandRModels.CommandR, chunks);
        Assert.Equal(string.Concat(events.Select(e => e.Text)), response.Text);
        Assert.Equal(CommandRFinishReason.Complete, response.FinishReason);
        Assert.Equal("Eastmouth", Assert.Single(response.ToolCalls!).Parameters!.Value.GetProperty("harbour").GetString());
        Assert.Equal(("d2", 13), (Assert.Single(response.Documents!).Id, Assert.Single(response.Citations!).Start));
        Assert.Equal(70, response.TokenUsage!.InputTokens);
    }

    [SharedFact]
    public void Recorded_Exchanges_AreFound() => Assert.Equal(2, Calls.Count);

    [SharedTheory]
    [MemberData(nameof(Calls))]
    public async Task Call_Recorded_Replays(string name)
    {
        using ReplayedExchange exchange = ReplayedExchange.Open(name);

        CommandRResponse response = await exchange.InvokeAsync(CommandRModels.FromId(exchange.ModelId));

        Assert.NotEmpty(response.Text!);
        Assert.Contains(response.FinishReason!.Value, new[] { CommandRFinishReason.MaxTokens, CommandRFinishReason.StopSequence });
        Assert.Null(response.AdditionalProperties);
        Assert.Equal([CommandRRole.User, CommandRRole.Chatbot], response.ChatHistory!.Select(turn => turn.Role!.Value));
        Assert.True(response.TokenUsage is { InputTokens: > 0, OutputTokens: > 0 });
    }
}
