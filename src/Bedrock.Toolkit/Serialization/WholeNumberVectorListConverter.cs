using System.Numerics;

namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes a list of vectors of small whole numbers.</summary>
/// <typeparam name="T">The kind of number.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WholeNumberVectorListConverter<T> : VectorListConverter<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    // Holds the vectors of nearly all models without growing; rented, so its size costs nothing.
    private const int InitialCapacity = 2048;

    private protected WholeNumberVectorListConverter() { }

    private protected sealed override ReadOnlyMemory<T> ReadVector(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"A vector is an array of numbers, but the JSON has {reader.TokenType}.");
        }

        T[] buffer = ArrayPool<T>.Shared.Rent(InitialCapacity);
        try
        {
            int count = 0;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (count == buffer.Length)
                {
                    Grow(ref buffer);
                }

                buffer[count] = ReadElement(ref reader, count);
                count++;
            }

            return buffer.AsSpan(0, count).ToArray();
        }
        finally
        {
            ArrayPool<T>.Shared.Return(buffer);
        }
    }

    private protected sealed override void WriteVector(Utf8JsonWriter writer, ReadOnlyMemory<T> vector, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (T number in vector.Span)
        {
            writer.WriteNumberValue(int.CreateTruncating(number));
        }

        writer.WriteEndArray();
    }

    private static T ReadElement(ref Utf8JsonReader reader, int index)
    {
        // Bedrock writes whole numbers with a fraction at times: 1.0.
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double number)
            && Math.Truncate(number) == number && number >= double.CreateTruncating(T.MinValue) && number <= double.CreateTruncating(T.MaxValue))
        {
            return T.CreateTruncating(number);
        }

        throw new JsonException($"A whole number from {T.MinValue} to {T.MaxValue} was expected at index {index} of a vector.");
    }

    private static void Grow(ref T[] buffer)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(checked(buffer.Length * 2));
        buffer.CopyTo(larger, 0);
        T[] old = buffer;
        buffer = larger;
        ArrayPool<T>.Shared.Return(old);
    }
}

/// <summary>Reads and writes a list of vectors of signed bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Int8VectorListConverter : WholeNumberVectorListConverter<sbyte>;

/// <summary>Reads and writes a list of vectors of unsigned bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UInt8VectorListConverter : WholeNumberVectorListConverter<byte>;
