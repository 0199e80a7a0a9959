using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Writes JSON of simulated answers.</summary>
internal static class SimulatedJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON object in UTF-8.</summary>
    /// <param name="members">Writes the members.</param>
    public static byte[] Object(Action<Utf8JsonWriter> members) => Write(writer =>
    {
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
    });

    /// <summary>One JSON array in UTF-8.</summary>
    /// <param name="items">Writes the items.</param>
    public static byte[] Array(Action<Utf8JsonWriter> items) => Write(writer =>
    {
        writer.WriteStartArray();
        items(writer);
        writer.WriteEndArray();
    });

    private static byte[] Write(Action<Utf8JsonWriter> value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            value(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
