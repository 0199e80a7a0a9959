using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes a vector of small whole numbers as a JSON array, where bytes would otherwise be base64. Stateless and thread safe.</summary>
/// <remarks>Takes 0 to 255, not only 0 and 1: what the service sends is documented by a type only. JSON null reads as the empty vector.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TitanBinaryVectorConverter : JsonConverter<ReadOnlyMemory<byte>>
{
    private const int InitialCapacity = 1024;

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"A binary vector is an array of numbers, but the JSON has {reader.TokenType}.");
        }

        var bits = new ArrayBufferWriter<byte>(InitialCapacity);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            bits.GetSpan(1)[0] = ReadElement(ref reader, bits.WrittenCount);
            bits.Advance(1);
        }

        return bits.WrittenSpan.ToArray();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        foreach (byte bit in value.Span)
        {
            writer.WriteNumberValue(bit);
        }

        writer.WriteEndArray();
    }

    private static byte ReadElement(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetByte(out byte whole))
            {
                return whole;
            }

            // Bedrock writes whole numbers with a fraction at times: 1.0.
            if (reader.TryGetDouble(out double number) && number is >= byte.MinValue and <= byte.MaxValue && Math.Truncate(number) == number)
            {
                return (byte)number;
            }
        }

        throw new JsonException($"A whole number from 0 to 255 was expected at index {index} of a binary vector.");
    }
}
