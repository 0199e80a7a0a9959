using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Serialization;

public class JsonBodyTests
{
    [Fact]
    public void Write_Text_IsEscapedAsLittleAsJsonAllows()
    {
        string json = Json.Write(new Drawing { Note = "é <b>&'+ 漢 😀 \" \\ \n\u0001" });

        Assert.Contains("\"note\":\"é <b>&'+ 漢 😀 \\\" \\\\ \\n\\u0001\"", json.Replace("\\uD83D\\uDE00", "😀", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LoneSurrogate_StillGivesValidJson()
    {
        string json = Json.Write(new Drawing { Note = "a" + (char)0xd800 + "b" });

        Assert.Equal("a\ufffdb", Json.ReadDrawing(json).Note);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        var drawing = new Drawing { Note = "x", Shapes = [new Circle { Radius = 1 }] };

        Assert.Equal(Json.Write(drawing), Json.Write(drawing));
        Assert.DoesNotContain(' ', Json.Write(drawing));
    }

    [Fact]
    public void Write_InsideAConverter_DoesNotDisturbTheOuterWriter()
    {
        string json = Json.Write(new Nesting(), NestingJsonContext.Default.Nesting);

        Assert.Equal("""{"before":1,"inner":"{\u0022x\u0022:5}","after":2}""".Replace("\\u0022", "\\\"", StringComparison.Ordinal), json);
        Assert.Equal("""{"x":6}""", Json.Write<Shape>(new Point { X = 6 }, ShapeJsonContext.Default.Shape));
    }

    [Fact]
    public void Write_AfterAnException_StartsClean()
    {
        Assert.Throws<JsonException>(() => Json.Write(new Drawing { Shapes = [new Circle { Radius = 1 }, null!] }));

        Assert.Equal("""{"shapes":[],"count":0}""", Json.Write(new Drawing()));
    }

    [Fact]
    public void Write_FlatRequest_AllocatesNothingInTheSteadyState()
    {
        using var buffer = new PooledBuffer();
        EchoRequest request = new() { Prompt = "Why is the sky blue?", Temperature = 0.5, Part = new EchoPart { Name = "a" } };
        for (int i = 0; i < 50; i++) Once();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++) Once();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal("""{"prompt":"Why is the sky blue?","temperature":0.5,"parts":{"name":"a"}}""", Encoding.UTF8.GetString(buffer.WrittenSpan));

        void Once()
        {
            buffer.Clear();
            JsonBody.Write(buffer, request, EchoJsonContext.Default.EchoRequest);
        }
    }

    [Fact]
    public void Write_Done_LetsGoOfTheCallersBuffer()
    {
        WeakReference buffer = WriteOnce();

        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.False(buffer.IsAlive);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference WriteOnce()
    {
        var buffer = new ArrayBufferWriter<byte>();
        JsonBody.Write(buffer, new Drawing(), ShapeJsonContext.Default.Drawing);
        return new WeakReference(buffer);
    }
}

internal sealed class Nesting
{
    [JsonPropertyName("before")]
    public int Before { get; set; } = 1;

    [JsonPropertyName("inner")]
    [JsonConverter(typeof(NestedTextConverter))]
    public Point Inner { get; set; } = new() { X = 5 };

    [JsonPropertyName("after")]
    public int After { get; set; } = 2;
}

/// <summary>Writes an object as JSON text inside a string, by the library's own writer.</summary>
internal sealed class NestedTextConverter : JsonConverter<Point>
{
    public override Point Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Point value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Json.Write<Shape>(value, ShapeJsonContext.Default.Shape));
}

[JsonSerializable(typeof(Nesting))]
internal sealed partial class NestingJsonContext : JsonSerializerContext;
