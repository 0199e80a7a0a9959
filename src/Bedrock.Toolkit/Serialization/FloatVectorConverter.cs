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

    private static readonly SearchValues<byte> OfNumber = SearchValues.Create("0123456789+-.eE"u8);

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
            int count = ReadWhole(ref reader, ref buffer) ?? ReadTokens(ref reader, ref buffer);
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

    // Null, with the reader where it was, when the text is not at hand or holds anything else than numbers.
    private static int? ReadWhole(ref Utf8JsonReader reader, ref float[] buffer)
    {
        ReadOnlySpan<byte> json = JsonWindow.From(reader).Span;
        int count = 0;
        int at = SkipSpace(json, 1);
        while (at < json.Length && (FloatDigits.TryRead(json[at..], out float number, out int length) || TryRare(json[at..], out number, out length)))
        {
            Add(ref buffer, count++, number);
            at = SkipSpace(json, at + length);
            switch (at < json.Length ? json[at] : default)
            {
                case (byte)',':
                    at = SkipSpace(json, at + 1);
                    break;
                case (byte)']':
                    JsonWindow.PassOver(ref reader, at + 1);
                    return count;
                default:
                    return null;
            }
        }

        return null;
    }

    // A number that has to be looked at more closely.
    private static bool TryRare(ReadOnlySpan<byte> json, out float number, out int length)
    {
        number = 0;
        length = json.IndexOfAnyExcept(OfNumber);
        var reader = new Utf8JsonReader(length > 0 ? json[..length] : "[]"u8);
        return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out number) && float.IsFinite(number);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipSpace(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }

    private static int ReadTokens(ref Utf8JsonReader reader, ref float[] buffer)
    {
        int count = 0;
        while (Next(ref reader))
        {
            Add(ref buffer, count, ReadElement(ref reader, count));
            count++;
        }

        return count;
    }

    private static bool Next(ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType != JsonTokenType.EndArray : throw new JsonException("The JSON ends inside a vector.");

    private static float ReadElement(ref Utf8JsonReader reader, int index)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when !reader.HasValueSequence && FloatDigits.TryRead(reader.ValueSpan, out float parsed, out int length)
                && length == reader.ValueSpan.Length:
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref float[] buffer, int count, float number)
    {
        if (count == buffer.Length)
        {
            float[] larger = ArrayPool<float>.Shared.Rent(checked(count * 2));
            buffer.CopyTo(larger, 0);
            ArrayPool<float>.Shared.Return(buffer);
            buffer = larger;
        }

        buffer[count] = number;
    }
}
