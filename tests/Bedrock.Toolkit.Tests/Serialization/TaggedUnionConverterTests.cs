using System.Text.Json;

namespace Bedrock.Toolkit.Tests.Serialization;

public class TaggedUnionConverterTests
{
    [Theory]
    [InlineData("""{"type":"circle","radius":7}""")]
    [InlineData("""{"radius":7,"type":"circle"}""")]
    [InlineData("""{"center":{"type":"polygon_3","deep":{"type":"x"}},"radius":7,"type":"circle"}""")]
    [InlineData("""{"center":[{"type":"polygon_3"}],"radius":7,"type":"circle"}""")]
    [InlineData("""{"type":null,"radius":7,"type":"circle"}""")]
    [InlineData("""{"t\u0079pe":"c\u0069rcle","radius":7}""")]
    public void Read_TagAtAnyPosition_FindsTheVariant(string json) => Assert.Equal(7, Assert.IsType<Circle>(Json.ReadShape(json)).Radius);

    [Theory]
    [InlineData("polygon_")]
    [InlineData("polygon_20260101")]
    [InlineData("p\\u006flygon_x")]
    public void Read_PrefixTag_FindsTheVariantAndKeepsTheWholeTag(string tag)
    {
        Polygon polygon = Assert.IsType<Polygon>(Json.ReadShape($$"""{"type":"{{tag}}","corners":5.0}"""));

        Assert.Equal(5, polygon.Corners);
        Assert.StartsWith("polygon_", polygon.Type, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"x":1}""")]
    [InlineData("""{}""")]
    [InlineData("""{"type":5,"x":1}""")]
    public void Read_WithoutATag_IsTheUntaggedVariant(string json) => Assert.IsType<Point>(Json.ReadShape(json));

    [Theory]
    [InlineData("""{"type":"sphere","radius":7,"deep":[1,{"a":null}],"text":"\u003cé\u003e"}""")]
    [InlineData("""{"type":"Circle"}""")]
    [InlineData("""{"type":"circles"}""")]
    [InlineData("""{"type":"polygon"}""")]
    [InlineData("\"a string\"")]
    [InlineData("[1,2]")]
    [InlineData("5")]
    public void Read_Unknown_KeepsTheRawJsonAndWritesItBack(string json)
    {
        UnknownShape unknown = Assert.IsType<UnknownShape>(Json.ReadShape(json));
        string written = Json.Write<Shape>(unknown, ShapeJsonContext.Default.Shape);

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(written)), written);
    }

    [Fact]
    public void Read_UnknownMembers_AreKeptAndWrittenBack()
    {
        Circle circle = Assert.IsType<Circle>(Json.ReadShape("""{"type":"circle","radius":7,"hue":"red","list":[1]}"""));

        Assert.Equal("""{"type":"circle","radius":7,"hue":"red","list":[1]}""", Json.Write<Shape>(circle, ShapeJsonContext.Default.Shape));
    }

    [Fact]
    public void Read_Null_IsNull() => Assert.Null(Json.ReadShape("null"));

    [Theory]
    [InlineData("""{"type":"circle","radius":7""")]
    [InlineData("""{"radius":""")]
    [InlineData("{")]
    public void Read_TruncatedJson_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Json.ReadShape(json));

    [Fact]
    public void Write_UnregisteredVariant_IsRefused()
    {
        JsonException e = Assert.Throws<JsonException>(() => Json.Write<Shape>(new ForeignShape(), ShapeJsonContext.Default.Shape));

        Assert.Contains("ForeignShape", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FromAStreamInPieces_FindsTheTagBehindALongMember()
    {
        string json = $$"""[{"center":"{{new string('a', 100_000)}}","radius":7,"type":"circle"}]""";
        using var stream = new EventStreams.PieceStream(System.Text.Encoding.UTF8.GetBytes(json), 1000);

        List<Shape?> shapes = [];
        await foreach (Shape? shape in JsonSerializer.DeserializeAsyncEnumerable(stream, ShapeJsonContext.Default.Shape)) shapes.Add(shape);

        Assert.Equal(7, Assert.IsType<Circle>(Assert.Single(shapes)).Radius);
    }

    [Fact]
    public async Task ReadAndWrite_ManyThreadsAtOnce_AgreeFromTheFirstUse()
    {
        var converter = new ShapeConverter();
        var options = new JsonSerializerOptions { Converters = { converter }, TypeInfoResolver = ShapeJsonContext.Default };

        IEnumerable<Task<string>> work = Enumerable.Range(0, 64).Select(i => Task.Run(() =>
        {
            Shape shape = JsonSerializer.Deserialize<Shape>(i % 2 == 0 ? """{"type":"circle","radius":1}""" : """{"x":1}""", options)!;
            return JsonSerializer.Serialize(shape, options);
        }));
        string[] written = await Task.WhenAll(work);

        Assert.Equal(32, written.Count(w => w.Contains("\"circle\"", StringComparison.Ordinal)));
        Assert.Equal(32, written.Count(w => w == """{"x":1}"""));
    }
}
