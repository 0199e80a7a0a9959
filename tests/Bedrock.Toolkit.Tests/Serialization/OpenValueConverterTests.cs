using System.Text.Json;

namespace Bedrock.Toolkit.Tests.Serialization;

public class OpenValueConverterTests
{
    [Theory]
    [InlineData("priority")]
    [InlineData("an unknown tier ü")]
    [InlineData("")]
    public void Read_AnyString_IsKeptAndWrittenBack(string tier)
    {
        string json = $$"""{"tier":"{{tier}}","count":0}""";

        Drawing drawing = Json.ReadDrawing(json);

        Assert.Equal(tier, drawing.Tier!.Value.Value);
        Assert.Contains($"\"tier\":\"{tier}\"", Json.Write(drawing), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Null_IsNullForANullableMember() => Assert.Null(Json.ReadDrawing("""{"tier":null}""").Tier);

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[\"priority\"]")]
    public void Read_NoString_IsRefusedWithThePath(string value)
    {
        JsonException e = Assert.Throws<JsonException>(() => Json.ReadDrawing($$"""{"tier":{{value}}}"""));

        Assert.Equal("$.tier", e.Path);
        Assert.Contains("BedrockServiceTier", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Default_IsRefused()
    {
        JsonException e = Assert.Throws<JsonException>(() => Json.Write(new Drawing { Tier = default(BedrockServiceTier) }));

        Assert.Contains("BedrockServiceTier", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DictionaryKey_AnyString_GoesBothWays()
    {
        Drawing drawing = Json.ReadDrawing("""{"tiers":{"flex":1,"brand \"new\"":2}}""");

        Assert.Equal(1, drawing.Tiers![BedrockServiceTier.Flex]);
        Assert.Equal(2, drawing.Tiers["brand \"new\""]);
        Assert.Contains("""{"flex":1,"brand \"new\"":2}""", Json.Write(drawing), StringComparison.Ordinal);
    }

    [Fact]
    public void DictionaryKey_Default_IsRefused() =>
        Assert.Throws<JsonException>(() => Json.Write(new Drawing { Tiers = new Dictionary<BedrockServiceTier, int> { [default] = 1 } }));

    [Fact]
    public void OpenValue_IsComparedOrdinallyAndPrintsItsText()
    {
        Assert.Equal(BedrockServiceTier.Flex, (BedrockServiceTier)"flex");
        Assert.NotEqual(BedrockServiceTier.Flex, (BedrockServiceTier)"Flex");
        Assert.Equal("flex", BedrockServiceTier.Flex.ToString());
        Assert.Equal("", default(BedrockServiceTier).ToString());
    }
}
