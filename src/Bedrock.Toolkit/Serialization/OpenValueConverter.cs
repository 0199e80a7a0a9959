namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes an open value as its JSON string, also as a property name.</summary>
/// <typeparam name="T">The open value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenValueConverter<T> : JsonConverter<T>
    where T : struct, IOpenValue<T>
{
    private static readonly string?[] Kept = new string?[40];

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? T.Create(TextOf(ref reader))
            : throw OpenTextConverter.NoText(typeof(T), reader.TokenType);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Checked(value));
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Create(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(Checked(value));
    }

    // The same few texts come again and again: one of each length is kept.
    private static string TextOf(ref Utf8JsonReader reader)
    {
        int length = reader.ValueSpan.Length;
        if (reader.HasValueSequence || length >= Kept.Length)
        {
            return reader.GetString()!;
        }

        string? kept = Volatile.Read(ref Kept[length]);
        if (kept is null || !reader.ValueTextEquals(kept))
        {
            kept = reader.GetString()!;
            Volatile.Write(ref Kept[length], kept);
        }

        return kept;
    }

    private static string Checked(T value) =>
        value.Value ?? throw OpenTextConverter.Unset(typeof(T));
}
