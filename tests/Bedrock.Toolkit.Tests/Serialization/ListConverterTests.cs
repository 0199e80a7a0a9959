using System.Text.Json;

namespace Bedrock.Toolkit.Tests.Serialization;

public class ListConverterTests
{
    [Fact]
    public void Read_Array_GivesTheElementsInOrder()
    {
        Drawing drawing = Json.ReadDrawing("""{"shapes":[{"type":"circle","radius":1},{"type":"polygon_5"},{"x":3}]}""");

        Assert.Equal([typeof(Circle), typeof(Polygon), typeof(Point)], drawing.Shapes.Select(s => s.GetType()));
    }

    [Fact]
    public void Read_NullElement_IsPassedOver()
    {
        Drawing drawing = Json.ReadDrawing("""{"shapes":[null,{"x":3},null]}""");

        Assert.Equal(3, Assert.IsType<Point>(Assert.Single(drawing.Shapes)).X);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"shapes":null}""")]
    [InlineData("""{"shapes":[]}""")]
    public void Read_NullOrMissing_IsAnEmptyListThatCanGrow(string json)
    {
        Drawing drawing = Json.ReadDrawing(json);

        drawing.Shapes.Add(new Point());
        Assert.Single(drawing.Shapes);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"a\"")]
    [InlineData("3")]
    public void Read_NoArray_IsRefusedWithThePath(string value) =>
        Assert.Equal("$.shapes", Assert.ThrowsAny<JsonException>(() => Json.ReadDrawing($$"""{"shapes":{{value}}}""")).Path);

    [Fact]
    public void Read_FaultInAnElement_IsRefused() =>
        Assert.ThrowsAny<JsonException>(() => Json.ReadDrawing("""{"shapes":[{"type":"circle","radius":"wide"}]}"""));

    [Fact]
    public void Write_NullElement_IsRefusedWithItsIndex()
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => Json.Write(new Drawing { Shapes = [new Point(), null!] }));

        Assert.Contains("index 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_List_KeepsTheOrder() =>
        Assert.StartsWith("""{"shapes":[{"x":1},{"type":"circle","radius":2}],""",
            Json.Write(new Drawing { Shapes = [new Point { X = 1 }, new Circle { Radius = 2 }] }), StringComparison.Ordinal);
}
