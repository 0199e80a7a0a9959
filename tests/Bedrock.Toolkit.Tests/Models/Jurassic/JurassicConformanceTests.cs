using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Jurassic;

/// <summary>The known ids, the samples of the wire reference, and a real exchange that others recorded.</summary>
public sealed class JurassicConformanceTests
{
    public static TheoryData<string> Calls => ReplayedExchange.Find(id => id.Contains("ai21.j2-", StringComparison.Ordinal), streaming: false, "prompt");

    [Fact]
    public void Models_AreAsDocumented()
    {
        Assert.Equal(
            ["ai21.j2-mid-v1", "ai21.j2-ultra-v1", "ai21.j2-grande-instruct", "ai21.j2-jumbo-instruct"],
            typeof(JurassicModels).GetProperties().Select(property => ((Model)property.GetValue(null)!).Id.Value));
        FamilyWire.CheckLifecycles(typeof(JurassicModels), new DateOnly(2026, 11, 24));
        Assert.False(JurassicModels.Mid.Capabilities.Streaming);
        Assert.Equal(ModelStatus.Active, JurassicModels.FromId("ai21.j2-mid").Lifecycle.Status);
        Assert.Throws<InvalidOperationException>(() => JurassicModels.FromId(default));
    }

    [SharedFact]
    public void Request_Sample_SurvivesWithoutUnknownMembers()
    {
        JurassicRequest request = FamilyWire.RoundTrip<JurassicRequest>(WireSample.Text("ai21", "jurassic-2.request.json"));

        Assert.Null(request.AdditionalProperties);
        Assert.All(new[] { request.CountPenalty, request.PresencePenalty, request.FrequencyPenalty }, penalty => Assert.Null(penalty!.AdditionalProperties));
        JurassicModels.Mid.CheckRequest!(request);
        Assert.Equal(FamilyWire.Body(JurassicModels.Mid, request), BedrockJson.Serialize(request.Clone()));
    }

    [SharedFact]
    public void Response_Sample_SurvivesWithoutUnknownMembers()
    {
        JurassicResponse response = FamilyWire.RoundTrip<JurassicResponse>(WireSample.Text("ai21", "jurassic-2.response.json"));

        CheckKnown(response);
        Assert.Equal(3, response.Completions.Count);
        Assert.Equal(["endoftext", "stop", "length"], response.Completions.Select(completion => completion.FinishReason!.Reason!.Value.Value));
    }

    [SharedFact]
    public void Recorded_Exchange_IsFound() => Assert.Single(Calls);

    [SharedTheory]
    [MemberData(nameof(Calls))]
    public async Task Call_Recorded_Replays(string name)
    {
        using ReplayedExchange exchange = ReplayedExchange.Open(name);

        JurassicResponse response = await exchange.InvokeAsync(JurassicModels.FromId(exchange.ModelId));

        CheckKnown(response);
        Assert.NotEmpty(response.Text);
        Assert.Equal(JurassicFinishReasonKind.EndOfText, response.StopReason);
        Assert.True(response.TokenUsage is { InputTokens: > 0, OutputTokens: > 0 });
    }

    private static void CheckKnown(JurassicResponse response)
    {
        Assert.Null(response.AdditionalProperties);
        Assert.All(response.Prompt!.Tokens!.Concat(response.Completions.SelectMany(completion => completion.Data!.Tokens!)), token =>
        {
            Assert.Null(token.AdditionalProperties);
            Assert.Null(token.GeneratedToken!.AdditionalProperties);
            Assert.Null(token.TextRange!.AdditionalProperties);
        });
        Assert.All(response.Completions, completion => Assert.Null(completion.FinishReason!.AdditionalProperties));
    }
}
