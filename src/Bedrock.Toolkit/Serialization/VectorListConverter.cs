namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes a list of vectors as a JSON array of arrays.</summary>
/// <typeparam name="T">The kind of number.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class VectorListConverter<T> : JsonConverter<IList<ReadOnlyMemory<T>>>
{
    private protected VectorListConverter() { }

    /// <inheritdoc/>
    public sealed override IList<ReadOnlyMemory<T>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"A list of vectors is an array, but the JSON has {reader.TokenType}.");
        }

        var list = new List<ReadOnlyMemory<T>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(ReadVector(ref reader, options));
        }

        return list;
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, IList<ReadOnlyMemory<T>> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
        {
            WriteVector(writer, value[i], options);
        }

        writer.WriteEndArray();
    }

    private protected abstract ReadOnlyMemory<T> ReadVector(ref Utf8JsonReader reader, JsonSerializerOptions options);

    private protected abstract void WriteVector(Utf8JsonWriter writer, ReadOnlyMemory<T> vector, JsonSerializerOptions options);
}
