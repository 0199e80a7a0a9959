using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.Command;

public sealed class CommandRequestTests
{
    public static TheoryData<string, Action<CommandRequest>> Faults => new()
    {
        { "Prompt must not be blank", r => r.Prompt = "" },
        { "Prompt must not be blank", r => r.Prompt = null! },
        { "MaxTokens must be at least 1", r => r.MaxTokens = 0 },
        { "Temperature must be a finite", r => r.Temperature = double.NaN },
        { "P must be a finite", r => r.P = double.PositiveInfinity },
        { "K must be a finite", r => r.K = double.NaN },
        { "ReturnLikelihoods has no value", r => r.ReturnLikelihoods = default(CommandReturnLikelihoods) },
        { "Truncate has no value", r => r.Truncate = default(CommandTruncate) },
        { "StopSequences must not hold null", r => r.StopSequences = [null!] },
        { "StopSequences holds 5 texts; it may hold 4", r => r.StopSequences = ["a", "b", "c", "d", "e"] },
    };

    [Fact]
    public void Write_Minimal_MatchesSnapshot() =>
        Snapshot.Match(FamilyWire.HttpText(CommandModels.CommandLight, CommandRequest.For("Why is the sky blue? <\"é\">")));

    [Fact]
    public void Write_EveryMember_MatchesSnapshot() => Snapshot.Match(FamilyWire.HttpText(CommandModels.Command, Full()));

    [Fact]
    public void Read_UnknownMembersAndValues_Survive() => FamilyWire.RoundTrip<CommandRequest>(
        """{"prompt":"a","return_likelihoods":"SOME","truncate":"MIDDLE","logit_bias":{"1510":-4.5},"later":{"a":[1,null]}}""", "later");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"prompt":null}""")]
    [InlineData("""{"prompt":5}""")]
    [InlineData("""{"prompt":"a","max_tokens":1.5}""")]
    [InlineData("""{"prompt":"a","truncate":7}""")]
    [InlineData("""{"prompt":"a","logit_bias":[]}""")]
    [InlineData("""{"prompt":"a","stop_sequences":"x"}""")]
    [InlineData("""{"prompt":"a" """)]
    public void Read_Malformed_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<CommandRequest>(json));

    [Theory]
    [MemberData(nameof(Faults))]
    public void CheckRequest_Fault_NamesTheMember(string message, Action<CommandRequest> spoil)
    {
        CommandRequest request = CommandRequest.For("secret");
        spoil(request);

        ArgumentException e = Assert.Throws<ArgumentException>(() => CommandModels.FromId("any").CheckRequest!(request));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckRequest_RangesOfTheService_AreLeftToIt()
    {
        CommandModels.FromId("any").CheckRequest!(new CommandRequest { Prompt = "a", MaxTokens = 1_000_000, Temperature = 9, P = -1, K = 9_999 });
        Assert.Equal(7, CommandModels.FromId("any").ReadMaxTokens!(CommandRequest.For("a", 7)));
    }

    private static CommandRequest Full() => new()
    {
        Prompt = "Write a boat name.",
        Temperature = 0.5,
        P = 0.75,
        K = 3,
        MaxTokens = 20,
        StopSequences = ["--"],
        ReturnLikelihoods = CommandReturnLikelihoods.All,
        Stream = true,
        NumGenerations = 2,
        LogitBias = new Dictionary<string, double> { ["1510"] = -4.5 },
        Truncate = CommandTruncate.End,
        GuardrailConfig = new() { TagSuffix = "q7" },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = FamilyWire.Json("[1,null]") },
    };
}
