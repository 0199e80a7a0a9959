using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.Titan;

public class TitanTextRequestTests
{
    [Fact]
    public void Write_Minimal_MatchesSnapshot() =>
        Snapshot.Match(TitanWire.TextOf(TitanModels.TextLite, TitanTextRequest.For("Why is the sky blue?")));

    [Fact]
    public void Write_Full_MatchesSnapshot() => Snapshot.Match(TitanWire.TextOf(TitanModels.TextPremier, Full()));

    [Fact]
    public void Write_Full_SameBytesByDescriptor()
    {
        TitanTextRequest request = Full();

        Assert.Equal(BedrockJson.Serialize(request), TitanWire.Write(request, TitanModels.TextPremier.RequestTypeInfo));
    }

    [Fact]
    public void Read_UnknownMembers_SurviveAtEachLevel() => TitanWire.AssertRoundTrip(
        """
        {"inputText":"hi","textGenerationConfig":{"topK":3,"seed":{"a":[1,null]}},
         "amazon-bedrock-guardrailConfig":{"tagSuffix":"q7","streamProcessingMode":"SYNCHRONOUS"},"later":[{"x":1.0}]}
        """,
        TitanModels.TextExpress.RequestTypeInfo);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inputText":null}""")]
    [InlineData("""{"inputText":5}""")]
    [InlineData("""{"inputText":"a","textGenerationConfig":[]}""")]
    [InlineData("""{"inputText":"a","textGenerationConfig":{"maxTokenCount":1.5}}""")]
    [InlineData("""{"inputText":"a","textGenerationConfig":{"stopSequences":"User:"}}""")]
    [InlineData("""{"inputText":"a" """)]
    public void Read_Malformed_IsAJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<TitanTextRequest>(json));

    [Fact]
    public void Write_NullInputText_IsAJsonException() =>
        Assert.Throws<JsonException>(() => BedrockJson.Serialize(new TitanTextRequest { InputText = null! }));

    [Fact]
    public void Clone_ChangedLater_LeavesTheOriginalAlone()
    {
        TitanTextRequest original = Full();
        string before = BedrockJson.Serialize(original);

        TitanTextRequest copy = original.Clone();
        Assert.Equal(before, BedrockJson.Serialize(copy));

        copy.InputText = "other";
        copy.TextGenerationConfig!.Temperature = 1;
        copy.TextGenerationConfig.StopSequences!.Add("more");
        copy.TextGenerationConfig.AdditionalProperties!.Clear();
        copy.GuardrailConfig!.TagSuffix = "zz";
        copy.GuardrailConfig.AdditionalProperties!.Clear();
        copy.AdditionalProperties!.Clear();
        Assert.Equal(before, BedrockJson.Serialize(original));
    }

    [Fact]
    public void Clone_OfMinimal_IsEqual()
    {
        TitanTextRequest original = TitanTextRequest.For("a");

        Assert.Equal(BedrockJson.Serialize(original), BedrockJson.Serialize(original.Clone()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData(null)]
    public void Check_BlankInputText_IsRefused(string? text) => AssertRefused(new TitanTextRequest { InputText = text! }, "InputText");

    [Fact]
    public void Check_FaultsOfTheConfig_AreRefused()
    {
        AssertRefused(With(new() { MaxTokenCount = -1 }), "MaxTokenCount");
        AssertRefused(With(new() { Temperature = double.NaN }), "Temperature");
        AssertRefused(With(new() { TopP = double.PositiveInfinity }), "TopP");
        AssertRefused(With(new() { StopSequences = ["a", null!] }), "StopSequences");
        Assert.Throws<ArgumentNullException>(() => TitanModels.TextFromId("x").CheckRequest!(null!));
    }

    [Fact]
    public void Check_RangesOfTheService_AreLeftToIt()
    {
        TitanModels.TextLite.CheckRequest!(With(new() { MaxTokenCount = 0, Temperature = 7, TopP = -1, StopSequences = [] }));
        TitanModels.TextLite.CheckRequest!(With(new() { MaxTokenCount = 1_000_000 }));
    }

    private static TitanTextRequest With(TitanTextGenerationConfig config) => new() { InputText = "a", TextGenerationConfig = config };

    private static void AssertRefused(TitanTextRequest request, string member)
    {
        var e = Assert.Throws<ArgumentException>(() => TitanModels.TextFromId("my-copy").CheckRequest!(request));

        Assert.Contains(member, e.Message, StringComparison.Ordinal);
    }

    private static TitanTextRequest Full() => new()
    {
        InputText = "Grüße, \"quay\" <n> 'mole' & 水 🌊\nsecond line",
        TextGenerationConfig = new()
        {
            Temperature = 0.4,
            TopP = 0.95,
            MaxTokenCount = 256,
            StopSequences = ["|", "User:"],
            AdditionalProperties = new Dictionary<string, JsonElement> { ["seed"] = JsonElement.Parse("7") },
        },
        GuardrailConfig = new()
        {
            TagSuffix = "q7",
            AdditionalProperties = new Dictionary<string, JsonElement> { ["streamProcessingMode"] = JsonElement.Parse("\"SYNCHRONOUS\"") },
        },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = JsonElement.Parse("""{"a":[1,null]}""") },
    };
}
