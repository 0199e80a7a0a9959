using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Serialization;

/// <summary>Writes and reads the way the library does.</summary>
internal static class Json
{
    public static string Write<T>(T value, JsonTypeInfo<T> info)
    {
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, value, info);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Write(Drawing drawing) => Write(drawing, ShapeJsonContext.Default.Drawing);

    public static Drawing ReadDrawing(string json) => JsonSerializer.Deserialize(json, ShapeJsonContext.Default.Drawing)!;

    public static Shape? ReadShape(string json) => JsonSerializer.Deserialize(json, ShapeJsonContext.Default.Shape);

    public static Block? ReadBlock(string json) => JsonSerializer.Deserialize(json, ShapeJsonContext.Default.Block);
}
