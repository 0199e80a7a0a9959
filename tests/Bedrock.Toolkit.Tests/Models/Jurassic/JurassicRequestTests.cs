using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.Jurassic;

public sealed class JurassicRequestTests
{
    public static TheoryData<string, Action<JurassicRequest>> Faults => new()
    {
        { "Prompt must not be blank", r => r.Prompt = "" },
        { "Prompt must not be blank", r => r.Prompt = null! },
        { "MaxTokens is negative", r => r.MaxTokens = -1 },
        { "Temperature must be a finite", r => r.Temperature = double.NaN },
        { "TopP must be a finite", r => r.TopP = double.PositiveInfinity },
        { "CountPenalty.Scale must be a finite", r => r.CountPenalty = new() { Scale = double.NaN } },
        { "PresencePenalty.Scale must be a finite", r => r.PresencePenalty = new() { Scale = double.NaN } },
        { "FrequencyPenalty.Scale must be a finite", r => r.FrequencyPenalty = new() { Scale = double.NaN } },
        { "StopSequences must not hold null", r => r.StopSequences = [null!] },
    };

    [Fact]
    public void Write_Minimal_MatchesSnapshot() => Snapshot.Match(FamilyWire.HttpText(JurassicModels.Mid, JurassicRequest.For("Why is the sky blue? <\"é\">")));

    [Fact]
    public void Write_EveryMember_MatchesSnapshot() => Snapshot.Match(FamilyWire.HttpText(JurassicModels.Ultra, Full()));

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives() => FamilyWire.RoundTrip<JurassicRequest>(
        """{"prompt":"a","countPenalty":{"scale":1,"applyToPunctuation":true},"later":{"a":[1,null]},"epoch":3}""", "later");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"prompt":null}""")]
    [InlineData("""{"prompt":5}""")]
    [InlineData("""{"prompt":"a","maxTokens":1.5}""")]
    [InlineData("""{"prompt":"a","countPenalty":[]}""")]
    [InlineData("""{"prompt":"a","stopSequences":"x"}""")]
    [InlineData("""{"prompt":"a" """)]
    public void Read_Malformed_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<JurassicRequest>(json));

    [Theory]
    [MemberData(nameof(Faults))]
    public void CheckRequest_Fault_NamesTheMember(string message, Action<JurassicRequest> spoil)
    {
        JurassicRequest request = JurassicRequest.For("secret");
        spoil(request);

        ArgumentException e = Assert.Throws<ArgumentException>(() => JurassicModels.FromId("any").CheckRequest!(request));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckRequest_RangesOfTheService_AreLeftToIt()
    {
        JurassicModels.FromId("any").CheckRequest!(new JurassicRequest { Prompt = "a", MaxTokens = 1_000_000, Temperature = 9, TopP = -1 });
        Assert.Equal(7, JurassicModels.FromId("any").ReadMaxTokens!(JurassicRequest.For("a", 7)));
    }

    private static JurassicRequest Full() => new()
    {
        Prompt = "A name for a ferry:",
        MaxTokens = 12,
        Temperature = 0.5,
        TopP = 0.25,
        StopSequences = ["##"],
        CountPenalty = new() { Scale = 0.5 },
        PresencePenalty = new() { Scale = 1.5, ApplyToWhitespaces = true, ApplyToPunctuations = false, ApplyToNumbers = true, ApplyToStopwords = false,
            ApplyToEmojis = true },
        FrequencyPenalty = new() { Scale = 25, AdditionalProperties = new Dictionary<string, JsonElement> { ["new"] = FamilyWire.Json("1") } },
        NumResults = 2,
        MinTokens = 1,
        TopKReturn = 3,
        LogitBias = new Dictionary<string, double> { ["▁ferry"] = -1.5 },
        GuardrailConfig = new() { TagSuffix = "q7" },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = FamilyWire.Json("[1,null]") },
    };
}
