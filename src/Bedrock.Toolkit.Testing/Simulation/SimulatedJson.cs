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
    public static byte[] Object(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
