using System.Text.Encodings.Web;

namespace Bedrock.Toolkit.Serialization;

/// <summary>The one way in which the library writes JSON: UTF-8, no white space, minimal escaping, members in declared order.</summary>
internal static class JsonBody
{
    // An encoder in the serializer's options would switch the generated fast path off, so it sits on the writer.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Writes a value. Allocates nothing in the steady state.</summary>
    public static void Write<T>(IBufferWriter<byte> output, T value, JsonTypeInfo<T> info)
    {
        // Taken for the time of the call: a converter that came back here would otherwise write into the same writer.
        Utf8JsonWriter writer = _writer ?? new Utf8JsonWriter(output, WriterOptions);
        _writer = null;
        writer.Reset(output);
        try
        {
            JsonSerializer.Serialize(writer, value, info);
            writer.Flush();
        }
        finally
        {
            writer.Reset(NullBufferWriter.Instance);
            _writer = writer;
        }
    }

    /// <summary>Keeps the cached writer from holding the last caller's buffer.</summary>
    private sealed class NullBufferWriter : IBufferWriter<byte>
    {
        public static readonly NullBufferWriter Instance = new();

        public void Advance(int count)
        {
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => throw new InvalidOperationException("The writer is not in use.");

        public Span<byte> GetSpan(int sizeHint = 0) => throw new InvalidOperationException("The writer is not in use.");
    }
}
