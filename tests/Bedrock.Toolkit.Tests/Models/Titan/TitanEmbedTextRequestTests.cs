using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.Titan;

public class TitanEmbedTextRequestTests
{
    [Fact]
    public void Write_Minimal_MatchesSnapshot() =>
        Snapshot.Match(TitanWire.TextOf(TitanModels.EmbedTextV1, TitanEmbedTextRequest.For("Tide tables")));

    [Fact]
    public void Write_Full_MatchesSnapshot()
    {
        TitanEmbedTextRequest request = Full();
        request.AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = JsonElement.Parse("""{"a":[1,null]}""") };

        Snapshot.Match(TitanWire.TextOf(TitanModels.EmbedTextV2, request));
    }

    [Fact]
    public void Write_Full_SameBytesByDescriptor() =>
        Assert.Equal(BedrockJson.Serialize(Full()), TitanWire.Write(Full(), TitanModels.EmbedTextV2.RequestTypeInfo));

    [Fact]
    public void Write_SteadyState_AllocatesNothing()
    {
        TitanEmbedTextRequest request = Full();
        request.InputText = string.Concat(Enumerable.Repeat("Grüße vom \"Kai\" 🌊 ", 300));
        using var buffer = new PooledBuffer();
        long allocated = long.MaxValue;

        // The first rounds fill caches; after them every round must be free.
        for (int round = 0; round < 100; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            buffer.Clear();
            JsonBody.Write(buffer, request, TitanModels.EmbedTextV2.RequestTypeInfo);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
        Assert.Equal(BedrockJson.Serialize(request), Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void Read_UnknownMembersAndTypes_Survive() => TitanWire.AssertRoundTrip(
        """{"inputText":"hi","embeddingTypes":["float","int4"],"purpose":{"x":null,"y":[1.0]}}""",
        TitanModels.EmbedTextV2.RequestTypeInfo);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inputText":null}""")]
    [InlineData("""{"inputText":"a","dimensions":"256"}""")]
    [InlineData("""{"inputText":"a","embeddingTypes":"float"}""")]
    [InlineData("""{"inputText":"a","embeddingTypes":[1]}""")]
    [InlineData("""{"inputText":"a","normalize":1}""")]
    public void Read_Malformed_IsAJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<TitanEmbedTextRequest>(json));

    [Fact]
    public void Clone_ChangedLater_LeavesTheOriginalAlone()
    {
        TitanEmbedTextRequest original = Full();
        original.AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = JsonElement.Parse("1") };
        string before = BedrockJson.Serialize(original);

        TitanEmbedTextRequest copy = original.Clone();
        Assert.Equal(before, BedrockJson.Serialize(copy));

        copy.EmbeddingTypes!.Clear();
        copy.AdditionalProperties!.Clear();
        Assert.Equal(before, BedrockJson.Serialize(original));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData(null)]
    public void Check_BlankInputText_IsRefused(string? text)
    {
        AssertRefused(TitanModels.EmbedTextV1, new() { InputText = text! }, "InputText");
        AssertRefused(TitanModels.EmbedTextV2, new() { InputText = text! }, "InputText");
    }

    [Fact]
    public void Check_TooLongForV2_IsRefused()
    {
        AssertRefused(TitanModels.EmbedTextV2, TitanEmbedTextRequest.For(new string('a', 50_001)), "50,000");
        TitanModels.EmbedTextV2.CheckRequest!(TitanEmbedTextRequest.For(new string('a', 50_000)));
        TitanModels.EmbedTextV1.CheckRequest!(TitanEmbedTextRequest.For(new string('a', 50_001)));
    }

    [Fact]
    public void Check_CharactersOutsideTheBasicPlane_CountOnce()
    {
        string waves = string.Concat(Enumerable.Repeat("🌊", 50_000));

        TitanModels.EmbedTextV2.CheckRequest!(TitanEmbedTextRequest.For(waves));
        AssertRefused(TitanModels.EmbedTextV2, TitanEmbedTextRequest.For(waves + "🌊"), "50,000");
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(512, true)]
    [InlineData(1024, true)]
    [InlineData(null, true)]
    [InlineData(0, false)]
    [InlineData(-256, false)]
    [InlineData(384, false)]
    [InlineData(1536, false)]
    public void Check_DimensionsOfV2_AreASet(int? dimensions, bool allowed)
    {
        var request = new TitanEmbedTextRequest { InputText = "a", Dimensions = dimensions };
        if (allowed)
        {
            TitanModels.EmbedTextV2.CheckRequest!(request);
        }
        else
        {
            AssertRefused(TitanModels.EmbedTextV2, request, "Dimensions", "256, 512 and 1024");
        }
    }

    [Fact]
    public void Check_EmbeddingTypes_AreNeitherEmptyNorDefault()
    {
        AssertRefused(TitanModels.EmbedTextV2, new() { InputText = "a", EmbeddingTypes = [] }, "EmbeddingTypes is empty");
        AssertRefused(TitanModels.EmbedTextV2, new() { InputText = "a", EmbeddingTypes = [TitanEmbeddingType.Float, default] }, "EmbeddingTypes", "default");
        TitanModels.EmbedTextV2.CheckRequest!(new() { InputText = "a", EmbeddingTypes = ["int4"] });
    }

    [Fact]
    public void Check_SettingsOnV1_AreRefused()
    {
        AssertRefused(TitanModels.EmbedTextV1, new() { InputText = "a", Dimensions = 1536 }, "Dimensions", "only inputText");
        AssertRefused(TitanModels.EmbedTextV1, new() { InputText = "a", Normalize = true }, "Normalize", "only inputText");
        AssertRefused(TitanModels.EmbedTextV1, new() { InputText = "a", EmbeddingTypes = [] }, "EmbeddingTypes", "only inputText");
    }

    [Fact]
    public void Write_DefaultEmbeddingType_IsAJsonException() =>
        Assert.Throws<JsonException>(() => BedrockJson.Serialize(new TitanEmbedTextRequest { InputText = "a", EmbeddingTypes = [default] }));

    [Fact]
    public void Write_NullInputText_IsAJsonException() =>
        Assert.Throws<JsonException>(() => BedrockJson.Serialize(new TitanEmbedTextRequest { InputText = null! }));

    private static void AssertRefused(
        EmbeddingModel<TitanEmbedTextRequest, TitanEmbedTextResponse> model, TitanEmbedTextRequest request, params string[] parts)
    {
        var e = Assert.Throws<ArgumentException>(() => model.CheckRequest!(request));

        Assert.All(parts, part => Assert.Contains(part, e.Message, StringComparison.Ordinal));
    }

    private static TitanEmbedTextRequest Full() => new()
    {
        InputText = "Grüße, \"quay\" <n> 'mole' & 水 🌊",
        Dimensions = 512,
        Normalize = false,
        EmbeddingTypes = [TitanEmbeddingType.Float, TitanEmbeddingType.Binary],
    };
}
