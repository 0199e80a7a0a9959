using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.ClaudeText;

/// <summary>The known ids, the samples of the wire reference, and a real exchange that others recorded.</summary>
public sealed class ClaudeTextConformanceTests
{
    public static TheoryData<string> Calls =>
        ReplayedExchange.Find(id => id.Contains("anthropic.claude-", StringComparison.Ordinal), streaming: false, "prompt");

    [Fact]
    public void Models_AreAsDocumented()
    {
        Assert.Equal(
            ["anthropic.claude-instant-v1", "anthropic.claude-v1", "anthropic.claude-v2", "anthropic.claude-v2:1"],
            typeof(ClaudeTextModels).GetProperties().Select(property => ((Model)property.GetValue(null)!).Id.Value));
        FamilyWire.CheckLifecycles(typeof(ClaudeTextModels), new DateOnly(2026, 11, 24));
        Assert.True(ClaudeTextModels.V21.Capabilities is { Streaming: true, Tools: false, ContextTokens: 200_000, MaxOutputTokens: 4_096 });
        Assert.Throws<InvalidOperationException>(() => ClaudeTextModels.FromId(default));
    }

    [SharedFact]
    public void Samples_SurviveWithoutUnknownMembers()
    {
        ClaudeTextRequest request = FamilyWire.RoundTrip<ClaudeTextRequest>(WireSample.Text("anthropic", "claude-text.request.json"));
        string json = WireSample.Text("anthropic", "claude-text.response.json");
        ClaudeTextResponse response = FamilyWire.RoundTrip<ClaudeTextResponse>(json);
        List<string> chunks = FamilyWire.Lines(WireSample.Text("anthropic", "claude-text.stream.jsonl"));

        Assert.Null(request.AdditionalProperties);
        Assert.Null(response.AdditionalProperties);
        ClaudeTextModels.V2.CheckRequest!(request);
        Assert.Equal(FamilyWire.Body(ClaudeTextModels.V2, request), BedrockJson.Serialize(request.Clone()));
        Assert.Equal(request.Prompt, ClaudeTextRequest.For("Give one word for a small bay.").Prompt);
        Assert.All(chunks, chunk => Assert.Null(FamilyWire.RoundTrip<ClaudeTextStreamEvent>(chunk).AdditionalProperties));
        Assert.Equal(chunks.Count - 1, chunks.FindIndex(chunk => ClaudeTextModels.V2.IsEnd(BedrockJson.Deserialize<ClaudeTextStreamEvent>(chunk))));
        EqualJson.Check(json, BedrockJson.Serialize(FamilyWire.Fold(ClaudeTextModels.V2, chunks)));
    }

    [SharedFact]
    public void Recorded_Exchange_IsFound() => Assert.Single(Calls);

    [SharedTheory]
    [MemberData(nameof(Calls))]
    public async Task Call_Recorded_Replays(string name)
    {
        using ReplayedExchange exchange = ReplayedExchange.Open(name);

        ClaudeTextResponse response = await exchange.InvokeAsync(ClaudeTextModels.FromId(exchange.ModelId));

        Assert.NotEmpty(response.Text);
        Assert.Equal(ClaudeTextStopReason.StopSequence, response.StopReason);
        Assert.Null(response.AdditionalProperties);
        Assert.True(response.TokenUsage is { InputTokens: > 0, OutputTokens: > 0 });
    }
}
