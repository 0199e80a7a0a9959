namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes an embedding vector as a JSON array of numbers.</summary>
/// <remarks>
/// JSON null reads as the empty vector. The strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are read as what they say, because JSON has
/// no number for them; they are never written. A number that a <see cref="float"/> cannot hold is refused instead of becoming infinite.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FloatVectorConverter : JsonConverter<ReadOnlyMemory<float>>
{
    // Holds the vectors of nearly all models without growing; rented, so its size costs nothing.
    private const int InitialCapacity = 2048;

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override ReadOnlyMemory<float> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"A vector is an array of numbers, but the JSON has {reader.TokenType}.");
        }

        // Why not a list: it would leave its grown arrays to the garbage collector. This leaves one array of the exact length.
        float[] buffer = ArrayPool<float>.Shared.Rent(InitialCapacity);
        try
        {
            int count = 0;
            while (Next(ref reader))
            {
                if (count == buffer.Length)
                {
                    Grow(ref buffer);
                }

                buffer[count] = ReadElement(ref reader, count);
                count++;
            }

            return count == 0 ? Array.Empty<float>() : buffer.AsSpan(0, count).ToArray();
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<float> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ReadOnlySpan<float> vector = value.Span;
        writer.WriteStartArray();
        for (int i = 0; i < vector.Length; i++)
        {
            if (!float.IsFinite(vector[i]))
            {
                throw new JsonException($"The vector holds NaN or an infinite number at index {i}, which JSON cannot express.");
            }

            writer.WriteNumberValue(vector[i]);
        }

        writer.WriteEndArray();
    }

    private static bool Next(ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType != JsonTokenType.EndArray : throw new JsonException("The JSON ends inside a vector.");

    private static float ReadElement(ref Utf8JsonReader reader, int index)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when !reader.HasValueSequence && FloatDigits.TryParse(reader.ValueSpan, out float parsed):
                return parsed;
            case JsonTokenType.Number:
                // Too large a number parses as infinite.
                return reader.TryGetSingle(out float number) && float.IsFinite(number)
                    ? number
                    : throw new JsonException($"The number at index {index} of a vector is outside the range of a 32-bit float.");
            case JsonTokenType.String when reader.ValueTextEquals("NaN"u8):
                return float.NaN;
            case JsonTokenType.String when reader.ValueTextEquals("Infinity"u8):
                return float.PositiveInfinity;
            case JsonTokenType.String when reader.ValueTextEquals("-Infinity"u8):
                return float.NegativeInfinity;
            default:
                throw new JsonException($"A number was expected at index {index} of a vector, but the JSON has {reader.TokenType}.");
        }
    }

    private static void Grow(ref float[] buffer)
    {
        float[] larger = ArrayPool<float>.Shared.Rent(checked(buffer.Length * 2));
        buffer.CopyTo(larger, 0);
        float[] old = buffer;
        buffer = larger;
        ArrayPool<float>.Shared.Return(old);
    }
}
