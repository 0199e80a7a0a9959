using System.Text.Json;

namespace Bedrock.Toolkit.Tests.Serialization;

public class ObjectConverterTests
{
    [Fact]
    public void ReadAndWrite_Member_GoThroughTheContextsMetadata()
    {
        Drawing drawing = Json.ReadDrawing("""{"frame":{"radius":4,"colour":"red"}}""");

        Assert.Equal(4, drawing.Frame!.Radius);
        Assert.Contains("\"frame\":{\"type\":\"circle\",\"radius\":4,\"colour\":\"red\"}", Json.Write(drawing), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Null_IsNull() => Assert.Null(Json.ReadDrawing("""{"frame":null}""").Frame);

    [Fact]
    public void Write_Null_IsLeftOut() => Assert.DoesNotContain("frame", Json.Write(new Drawing()), StringComparison.Ordinal);

    [Fact]
    public void Read_OtherKind_IsRefused() => Assert.ThrowsAny<JsonException>(() => Json.ReadDrawing("""{"frame":[]}"""));

    [Fact]
    public void Write_TypeThatTheContextLacks_NamesContextAndType()
    {
        using var writer = new Utf8JsonWriter(Stream.Null);
        InvalidOperationException e =
            Assert.Throws<InvalidOperationException>(() => new UnregisteredConverter().Write(writer, new Version(1, 0), JsonSerializerOptions.Default));

        Assert.Contains("ShapeJsonContext", e.Message, StringComparison.Ordinal);
        Assert.Contains("Version", e.Message, StringComparison.Ordinal);
    }
}
