using System.Text.Json;

namespace Bedrock.Toolkit.Tests.Serialization;

public class SingleKeyUnionConverterTests
{
    [Theory]
    [InlineData("""{"text":"a"}""")]
    [InlineData("""{"image":null,"text":"a"}""")]
    [InlineData("""{"text":"a","image":null}""")]
    [InlineData("""{"new":{"image":{}},"text":"a"}""")]
    [InlineData("""{"te\u0078t":"a"}""")]
    public void Read_OneKeyThatIsNotNull_FindsTheVariant(string json) => Assert.Equal("a", Assert.IsType<TextBlock>(Json.ReadBlock(json)).Text);

    [Fact]
    public void Read_NullSiblingFirst_IsTheOtherVariant() =>
        Assert.IsType<ImageBlock>(Json.ReadBlock("""{"text":null,"image":{"format":"png"}}"""));

    [Fact]
    public void Read_Siblings_AreKeptAndWrittenBack()
    {
        const string Body = """{"text":"a","weight":0.5,"note":{"b":[1]}}""";

        TextBlock block = Assert.IsType<TextBlock>(Json.ReadBlock(Body));

        Assert.Equal(["weight", "note"], block.AdditionalProperties!.Keys);
        Assert.Equal(Body, Json.Write<Block>(block, ShapeJsonContext.Default.Block));
    }

    [Theory]
    [InlineData("""{"hologram":{"a":1},"b":null}""")]
    [InlineData("""{"text":null,"image":null}""")]
    [InlineData("""{}""")]
    [InlineData("\"text\"")]
    [InlineData("[{\"text\":\"a\"}]")]
    public void Read_Unknown_KeepsTheRawJsonAndWritesItBack(string json)
    {
        UnknownBlock unknown = Assert.IsType<UnknownBlock>(Json.ReadBlock(json));

        Assert.Equal(json, Json.Write<Block>(unknown, ShapeJsonContext.Default.Block));
    }

    [Fact]
    public void Read_Null_IsNull() => Assert.Null(Json.ReadBlock("null"));

    [Theory]
    [InlineData("""{"text":"a" """)]
    [InlineData("""{"hologram":{"a":""")]
    public void Read_TruncatedJson_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Json.ReadBlock(json));
}
